using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>What goes back to one caller, as it should or as it should not.</summary>
/// <param name="context">The call.</param>
/// <param name="time">The clock.</param>
internal sealed class Reply(HttpContext context, TimeProvider time) : IDisposable
{
    public const string Json = "application/json;charset=UTF-8";
    public const string Html = "text/html;charset=UTF-8";

    private static readonly ReadOnlyMemory<byte> WhiteSpace = " "u8.ToArray();

    /// <summary>The call's place among the simultaneous ones; given back when the answer is complete.</summary>
    public IDisposable? Place { get; set; }

    /// <summary>Whether the call's body was read; if not, the connection cannot be used again.</summary>
    public bool IsBodyRead { get; set; }

    /// <summary>Cancelled when the caller hangs up or the emulator stops.</summary>
    public CancellationToken End => context.RequestAborted;

    /// <summary>A complete answer.</summary>
    public Task SendAsync(int status, string contentType, byte[] body, int? retryAfter = null)
    {
        Begin(status, contentType);
        context.Response.ContentLength = body.Length;
        if (retryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
        if (!IsBodyRead) context.Response.Headers.Connection = "close";

        // Given back first: who has the whole answer may make the next call before this one is left.
        Dispose();
        return WriteAsync(body);
    }

    /// <summary>A complete answer that is not HTTP 200.</summary>
    public Task RefuseAsync(Refusal refusal, int? retryAfter = null) =>
        SendAsync(refusal.Status, Json, AnswerWriter.Answer(refusal, context.Request.Path, time.GetUtcNow()), retryAfter);

    /// <summary>Announces an answer, sends half of it and closes the connection.</summary>
    public Task BreakOffAsync(byte[] body)
    {
        Begin(StatusCodes.Status200OK, Json);
        context.Response.ContentLength = body.Length;
        Dispose();

        // The server closes a connection on which it was given less than was announced.
        return WriteAsync(body.AsMemory(0, body.Length / 2));
    }

    /// <summary>Resets the connection.</summary>
    public Task ResetAsync()
    {
        Dispose();
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Sends nothing until the caller hangs up.</summary>
    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, time, End);

    /// <summary>An answer at one byte a second, and white space behind it, until the caller hangs up.</summary>
    public async Task DripAsync(byte[] body)
    {
        Begin(StatusCodes.Status200OK, Json);
        await context.Response.Body.FlushAsync(End);
        for (long i = 0; ; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, End);
            await context.Response.Body.WriteAsync(i < body.Length ? body.AsMemory((int)i, 1) : WhiteSpace, End);
        }
    }

    /// <summary>An answer of unannounced length, and white space behind it as fast as it is taken, until the caller hangs up.</summary>
    public async Task FloodAsync(byte[] body)
    {
        Begin(StatusCodes.Status200OK, Json);
        await context.Response.Body.WriteAsync(body, End);
        var block = new byte[64 * 1024];
        block.AsSpan().Fill(WhiteSpace.Span[0]);
        while (true) await context.Response.Body.WriteAsync(block, End);
    }

    /// <summary>Gives the call's place back.</summary>
    public void Dispose() => Place?.Dispose();

    // What was counted as answered is written, even if nobody should be there any more to take it.
    private Task WriteAsync(ReadOnlyMemory<byte> bytes) => context.Response.Body.WriteAsync(bytes, CancellationToken.None).AsTask();

    private void Begin(int status, string contentType)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
    }
}
