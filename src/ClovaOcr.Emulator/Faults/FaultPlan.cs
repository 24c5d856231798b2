using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Faults;

/// <summary>Says for each call which fault meets it: that of the first spec that does. Every spec counts every call.</summary>
internal sealed class FaultPlan(IReadOnlyList<FaultSpec> specs, Chance chance)
{
    private readonly ConcurrentDictionary<string, long> _callsByPicture = new();
    private readonly bool _isOfEach = specs.Any(spec => spec.Timing.IsOfEach);

    /// <summary>The fault that meets a call before its body is read; its picture is not known then.</summary>
    public Fault? BeforeReading(long call) => Choose(call, callOfPicture: null) is { IsBeforeReading: true } fault ? fault : null;

    /// <summary>The fault that meets a call whose body was read.</summary>
    /// <param name="call">The call's number, from 1.</param>
    /// <param name="picture">The hash of its picture.</param>
    public Fault? AfterReading(long call, string picture) =>
        Choose(call, _isOfEach ? _callsByPicture.AddOrUpdate(picture, 1, (_, calls) => calls + 1) : null);

    private Fault? Choose(long call, long? callOfPicture)
    {
        for (var i = 0; i < specs.Count; i++)
        {
            var number = specs[i].Timing.IsOfEach ? callOfPicture : call;
            var random = chance.Of(call, Chance.ForFaults + i);
            if (number is { } known && specs[i].Timing.Meets(known, random)) return specs[i].Choose(random);
        }

        return null;
    }
}
