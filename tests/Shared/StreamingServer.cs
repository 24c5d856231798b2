using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Tests;

/// <summary>A server on the loopback address that does with each connection what a test says.</summary>
internal sealed class StreamingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<NetworkStream, CancellationToken, Task> _serve;
    private readonly Task _accepting;

    public StreamingServer(Func<NetworkStream, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string InvokeUrl => $"http://127.0.0.1:{Port}/custom/v1/77/key0123456789";

    /// <summary>A server that sends a beginning, and then the same bytes again and again until the client hangs up.</summary>
    /// <param name="beginning">What comes at once.</param>
    /// <param name="drop">What follows.</param>
    /// <param name="pace">The time between drops.</param>
    public static StreamingServer Dripping(byte[] beginning, byte[] drop, TimeSpan pace) => new(async (stream, stop) =>
    {
        await stream.ReadAtLeastAsync(new byte[64 * 1024], 1, throwOnEndOfStream: false, stop);
        await stream.WriteAsync(beginning, stop);
        while (true)
        {
            await stream.WriteAsync(drop, stop);
            if (pace > TimeSpan.Zero) await Task.Delay(pace, stop);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _serve(client.GetStream(), _stop.Token);
            }
            catch (Exception exception) when (
                exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // A client that hangs up, or the end of the test.
            }
        }
    }
}
