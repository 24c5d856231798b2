using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Service;

/// <summary>Reads a response's body, but never more of it than an answer of the service can have.</summary>
internal static class ResponseBody
{
    // Of a gateway's page nothing is used, and the service's own error has some 200 bytes.
    private const int MaximumErrorSize = 64 * 1024;

    /// <summary>The bytes of an answer with HTTP 200; of any other no more than its beginning.</summary>
    /// <exception cref="ClovaOcrException"><see cref="ClovaOcrErrorKind.ResponseTooLarge"/>.</exception>
    /// <exception cref="HttpRequestException">The connection was lost.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, string requestId, CancellationToken cancellation)
    {
        var isAnswer = response.StatusCode == HttpStatusCode.OK;
        var limit = isAnswer ? ResponseParser.MaximumSize : MaximumErrorSize;
        if (isAnswer && response.Content.Headers.ContentLength > limit) throw TooLarge(response, requestId);

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
                var isTooLarge = body.Length + count > limit;
                if (isTooLarge && isAnswer) throw TooLarge(response, requestId);
                if (isTooLarge) break;
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
