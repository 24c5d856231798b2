using System;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Tests;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>
/// A server on the loopback address that keeps connections open as the service does, and answers each picture with whatever bytes a test
/// says for its number: the last four bytes of the picture.
/// </summary>
internal sealed partial class HostileServer : IAsyncDisposable
{
    public const string InvokeKey = "telltale0key0123456789abcdef0123456789abcdef";
    public const string Secret = "telltale-secret-0123456789abcdef";

    // What the client writes behind the picture: the line that ends its multipart body.
    private const int BehindPicture = 4 + 32 + 4;

    private readonly StreamingServer _server;
    private readonly Func<int, string, HostileAnswer> _answer;
    private long _bytesSent;

    /// <param name="answer">Given the picture's number and the request's identifier, what to send.</param>
    public HostileServer(Func<int, string, HostileAnswer> answer)
    {
        _answer = answer;
        _server = new StreamingServer(ServeAsync);
    }

    public string InvokeUrl => $"http://127.0.0.1:{_server.Port}/custom/v1/77/{InvokeKey}";

    /// <summary>The bytes of all answers so far.</summary>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(NetworkStream stream, CancellationToken stop)
    {
        var buffer = new byte[256 * 1024];
        while (await ReadRequestAsync(stream, buffer, stop) is { } request)
        {
            var answer = _answer(request.Picture, request.Id);
            Interlocked.Add(ref _bytesSent, answer.Bytes.Length);
            await stream.WriteAsync(answer.Bytes, stop);
            if (!answer.Closes) continue;

            // What the client has not read yet would be lost if the connection were closed with something of its own unread.
            stream.Socket.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(buffer, stop) > 0) { }
            return;
        }
    }

    private static async Task<(int Picture, string Id)?> ReadRequestAsync(NetworkStream stream, byte[] buffer, CancellationToken stop)
    {
        var (count, length) = (0, -1);
        while (length < 0 || count < length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(count), stop);
            if (read == 0) return null;
            count += read;
            if (length < 0) length = LengthOf(buffer.AsSpan(0, count));
        }

        return (
            BitConverter.ToInt32(buffer, length - BehindPicture - sizeof(int)),
            RequestId().Match(Encoding.Latin1.GetString(buffer, 0, Math.Min(length, 4096))).Groups[1].Value);
    }

    /// <summary>The length of the whole request; -1 while its head has not come.</summary>
    private static int LengthOf(ReadOnlySpan<byte> request)
    {
        var end = request.IndexOf("\r\n\r\n"u8);
        if (end < 0) return -1;
        var match = ContentLength().Match(Encoding.Latin1.GetString(request[..end]));
        return end + 4 + int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("\"requestId\":\"([^\"]+)\"")]
    private static partial Regex RequestId();

    [GeneratedRegex("\r\nContent-Length: ([0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();
}
