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

    /// <summary>Waits.</summary>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellation);
}

/// <summary>The machine's own.</summary>
internal sealed class SystemClock : IClock
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();

    public TimeSpan Now => _stopwatch.Elapsed;

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellation) => Task.Delay(delay, cancellation);
}
