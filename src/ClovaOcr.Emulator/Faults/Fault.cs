using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Protocol;

namespace ClovaOcr.Emulator.Faults;

/// <summary>One thing that goes wrong with a call.</summary>
/// <param name="Name">What it is called in a spec and in the statistics.</param>
/// <param name="IsBilled">Whether the service had read the picture, so that the call costs as much as any.</param>
/// <param name="SendAsync">Does it, given the right answer if it is billed, and nothing otherwise.</param>
internal sealed record Fault(string Name, bool IsBilled, Func<Reply, byte[], Task> SendAsync)
{
    private static readonly Dictionary<string, Fault> Unanswered = new Fault[]
    {
        new("truncated", IsBilled: true, (reply, answer) => reply.SendAsync(200, Reply.Json, answer[..(answer.Length / 2)])),
        new("cut", IsBilled: true, (reply, answer) => reply.BreakOffAsync(answer)),
        new("reset-before", IsBilled: false, (reply, _) => reply.ResetAsync()) { IsBeforeReading = true },
        new("reset-after", IsBilled: true, (reply, _) => reply.ResetAsync()),
        new("hang", IsBilled: true, (reply, _) => reply.HangAsync()),
        new("drip", IsBilled: true, (reply, answer) => reply.DripAsync(answer)),
        new("content-type", IsBilled: true, (reply, answer) => reply.SendAsync(200, Reply.Html, answer)),
        new("html", IsBilled: false, (reply, _) => reply.SendAsync(200, Reply.Html, WebPage.SignIn())),
        new("huge", IsBilled: true, (reply, answer) => reply.FloodAsync(answer)),
    }.ToDictionary(fault => fault.Name);

    /// <summary>Whether it comes as soon as the call's head is there.</summary>
    public bool IsBeforeReading { get; private init; }

    /// <summary>Whether it is a plain answer that is not HTTP 200.</summary>
    public bool IsRefusal { get; private init; }

    /// <summary>Reads a fault's name; a service's code or a gateway's status may be followed by <c>retry-after S</c> (seconds).</summary>
    /// <returns>Null when there is no such fault.</returns>
    public static Fault? Read(string[] words) => words switch
    {
        [var name] => Unanswered.GetValueOrDefault(name) ?? Refused(name, retryAfter: null),
        [var name, "retry-after", var text] when IsWhole(text, out var seconds) => Refused(name, seconds),
        _ => null,
    };

    private static bool IsWhole(string text, out int seconds) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);

    private static Fault? Refused(string name, int? retryAfter)
    {
        if (Refusal.IsServiceCode(name))
            return new(name, IsBilled: false, (reply, _) => reply.RefuseAsync(Refusal.Service(name), retryAfter)) { IsRefusal = true };
        return WebPage.OfGateway(name) is var (status, page)
            ? new(name, IsBilled: false, (reply, _) => reply.SendAsync(status, Reply.Html, page, retryAfter)) { IsRefusal = true }
            : null;
    }
}
