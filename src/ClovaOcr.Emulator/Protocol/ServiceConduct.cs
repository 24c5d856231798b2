using System;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Faults;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>How the service behaves besides reading cards: how long it takes, what goes wrong, and what it says of it.</summary>
internal sealed class ServiceConduct
{
    private readonly Latency _latency;
    private readonly Chance _chance;

    public ServiceConduct(EmulatorOptions options)
    {
        (_latency, _chance, Time) = (options.Latency, new Chance(options.Seed), options.Time);
        WithConfidence = options.WithConfidence;
        Faults = new FaultPlan(options.Faults, _chance);
    }

    public TimeProvider Time { get; }

    public FaultPlan Faults { get; }

    /// <summary>Whether answers say how sure the reader is.</summary>
    public bool WithConfidence { get; }

    /// <summary>Waits until a call has taken as long as its latency says.</summary>
    public Task WaitAsync(long call, long arrival, CancellationToken end)
    {
        var rest = _latency.Draw(_chance.Of(call, Chance.ForLatency)) - Time.GetElapsedTime(arrival);
        return rest > TimeSpan.Zero ? Task.Delay(rest, Time, end) : Task.CompletedTask;
    }
}
