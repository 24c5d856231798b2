using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Batch;

/// <summary>The time that the batch goes by, so that a test can turn its hands.</summary>
internal interface IClock
{
    /// <summary>The time since a fixed moment; it never goes back.</summary>
    TimeSpan Now { get; }

    /// <summary>Waits, as short as can be for a time that is over already.</summary>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellation);
}

/// <summary>The machine's own.</summary>
internal sealed class SystemClock : IClock
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();

    public TimeSpan Now => _stopwatch.Elapsed;

    // A part of a millisecond is waited whole: who looks at the clock afterwards must find that the time has come.
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellation) =>
        Task.Delay(Math.Max(1, (int)Math.Ceiling(delay.TotalMilliseconds)), cancellation);
}
