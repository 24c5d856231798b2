using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Batch;

namespace ClovaOcr.Tests.Batch;

/// <summary>A clock that goes on only when the test turns it.</summary>
internal sealed class HandClock : IClock
{
    private readonly List<(TimeSpan At, TaskCompletionSource Wait)> _waits = [];
    private readonly List<TimeSpan> _delays = [];
    private TimeSpan _now;

    public TimeSpan Now
    {
        get
        {
            lock (_waits) return _now;
        }
    }

    /// <summary>How long each wait that was asked for was to be, in order.</summary>
    public TimeSpan[] Delays
    {
        get
        {
            lock (_waits) return [.. _delays];
        }
    }

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellation.Register(() => wait.TrySetCanceled(cancellation));
        lock (_waits)
        {
            _delays.Add(delay);
            if (delay <= TimeSpan.Zero) wait.TrySetResult();
            _waits.Add((_now + delay, wait));
        }

        return wait.Task;
    }

    /// <summary>Lets time pass, and ends the waits that end in it.</summary>
    public void Advance(TimeSpan time)
    {
        (TimeSpan At, TaskCompletionSource Wait)[] over;
        lock (_waits)
        {
            _now += time;
            over = [.. _waits.Where(wait => wait.At <= _now)];
            _waits.RemoveAll(wait => wait.At <= _now);
        }

        foreach (var (_, wait) in over) wait.TrySetResult();
    }
}
