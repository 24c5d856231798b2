using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>A server on the loopback address that answers one call after the other from a list, and the calls past its end never.</summary>
internal sealed partial class ScriptedServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<(int Status, string MediaType, string Body)> _answers;
    private readonly TaskCompletionSource _unanswered = new();
    private readonly Task _serving;

    /// <param name="answers">In a body, <c>{requestId}</c> becomes the call's.</param>
    public ScriptedServer(params (int Status, string MediaType, string Body)[] answers)
    {
        _answers = new(answers);
        var port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        InvokeUrl = $"http://127.0.0.1:{port}/custom/v1/1/key-tell-tale";
        _serving = ServeAsync();
    }

    public string InvokeUrl { get; }

    /// <summary>Ends when a call came that gets no answer.</summary>
    public Task Unanswered => _unanswered.Task;

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

    private async Task ServeAsync()
    {
        try
        {
            while (true) await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed by the test.
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        using var reader = new StreamReader(call.Request.InputStream, Encoding.Latin1);
        var request = await reader.ReadToEndAsync();
        if (!_answers.TryDequeue(out var answer))
        {
            _unanswered.TrySetResult();
            return;
        }

        var body = Encoding.UTF8.GetBytes(answer.Body.Replace("{requestId}", RequestId().Match(request).Groups[1].Value, StringComparison.Ordinal));
        call.Response.StatusCode = answer.Status;
        call.Response.ContentType = answer.MediaType;
        await call.Response.OutputStream.WriteAsync(body);
        call.Response.Close();
    }

    [GeneratedRegex("\"requestId\":\"([^\"]+)\"")]
    private static partial Regex RequestId();
}
