using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Service;

/// <summary>Reads a response's body, but never more of it than an answer of the service can have.</summary>
internal static class ResponseBody
{
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.ResponseTooLarge"/>, or the connection was lost.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, string requestId, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > ResponseParser.MaximumSize) throw TooLarge(response, requestId);

        // The .NET Framework's network stream does not listen to the token; disposing the response ends its read.
        using var registration = cancellation.Register(response.Dispose);
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            using var body = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int count;
            while ((count = await stream.ReadAsync(buffer, 0, buffer.Length, cancellation).ConfigureAwait(false)) > 0)
            {
                if (body.Length + count > ResponseParser.MaximumSize) throw TooLarge(response, requestId);
                body.Write(buffer, 0, count);
            }

            return body.ToArray();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new HttpRequestException("The connection was lost.", exception);
        }
    }

    private static ClovaOcrException TooLarge(HttpResponseMessage response, string requestId) =>
        new(
            ClovaOcrErrorKind.ResponseTooLarge,
            $"The answer has more than {ResponseParser.MaximumSize / 1024 / 1024} MiB, which no answer of the service has. "
            + "Check the invoke URL and the proxy.")
        {
            HttpStatus = (int)response.StatusCode,
            RequestId = requestId,
            MayHaveBeenBilled = response.IsSuccessStatusCode,
        };
}
