using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace ClovaOcr.Tests.Batch;

/// <summary>
/// A server that holds calls until as many are under way as the client may have, or the last has come, and only then answers the oldest:
/// a client that has one call too many under way is found out without waiting for it.
/// </summary>
internal sealed class ParallelServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public ParallelServer(int limit, int calls)
    {
        var port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        InvokeUrl = $"http://127.0.0.1:{port}/custom/v1/1/key";
        _serving = ServeAsync(limit, calls);
    }

    public string InvokeUrl { get; }

    /// <summary>The most calls that were under way at the same time.</summary>
    public int Most { get; private set; }

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

    private async Task ServeAsync(int limit, int calls)
    {
        var held = new Queue<HttpListenerContext>();
        var next = _listener.GetContextAsync();
        for (var came = 1; came <= calls; came++)
        {
            held.Enqueue(await next);
            next = _listener.GetContextAsync();
            Most = Math.Max(Most, held.Count + (next.IsCompleted ? 1 : 0));
            while (held.Count >= limit || (came == calls && held.Count > 0)) await RefuseAsync(held.Dequeue());
        }
    }

    private static async Task RefuseAsync(HttpListenerContext call)
    {
        await call.Request.InputStream.CopyToAsync(Stream.Null);
        call.Response.StatusCode = 503;
        call.Response.Close();
    }
}
