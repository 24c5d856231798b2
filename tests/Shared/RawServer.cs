using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Tests;

/// <summary>A server on the loopback address that answers every request with the same bytes, whatever they are: what no real server does.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]?> _answer;
    private readonly Task _serving;

    /// <param name="answer">Given the request's head, the bytes to send before the connection is closed; null to never answer.</param>
    public RawServer(Func<string, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string InvokeUrl => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/custom/v1/77/key0123456789";

    /// <summary>A server that gives one answer to every request.</summary>
    public static RawServer Answering(string status, string body, string contentType = "application/json", string headers = "") =>
        new(_ => Answer(status, body, contentType, headers));

    /// <summary>The bytes of an answer after which the connection is closed.</summary>
    public static byte[] Answer(string status, string body, string contentType = "application/json", string headers = "") => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or System.IO.IOException)
            {
                // A client that hangs up, or the end of the test.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[64 * 1024];
        var length = -1;
        var headLength = 0;
        while (length < 0 || request.Length - headLength < length)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0) return;
            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
            var text = request.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0 || length >= 0) continue;
            headLength = end + 4;
            length = ContentLength(text[..end]);
        }

        if (_answer(request.ToString()) is { } answer) await stream.WriteAsync(answer, _stop.Token);
        else await Task.Delay(Timeout.Infinite, _stop.Token);
    }

    private static int ContentLength(string head)
    {
        const string Name = "\r\nContent-Length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + Name.Length)..].Split("\r\n")[0].Trim(), null);
    }
}
