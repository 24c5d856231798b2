using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Tests.Batch;

/// <summary>A server that takes calls at the same time, tells when each begins and ends, and holds each until another comes or a moment passes.</summary>
internal sealed class ParallelServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public ParallelServer(Action began, Action ended)
    {
        var port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        InvokeUrl = $"http://127.0.0.1:{port}/custom/v1/1/key";
        _serving = ServeAsync(began, ended);
    }

    public string InvokeUrl { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync(Action began, Action ended)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                began();
                _ = Task.Run(async () =>
                {
                    await context.Request.InputStream.CopyToAsync(System.IO.Stream.Null);

                    // Room for a call too many to arrive: the more of it, the surer the test fails when it should; passing needs none.
                    await Task.Delay(20, CancellationToken.None);
                    ended();
                    context.Response.StatusCode = 503;
                    context.Response.Close();
                });
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed by the test.
        }
    }
}
