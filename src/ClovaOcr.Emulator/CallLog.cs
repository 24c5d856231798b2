using System.Collections.Generic;
using System.Threading;
using ClovaOcr.Emulator.Protocol;

namespace ClovaOcr.Emulator;

/// <summary>Counts calls by what they were answered; never what was in them.</summary>
internal sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<InferResult, int> _answered = [];
    private readonly Dictionary<string, int> _refused = [];

    public void Answered(InferResult result)
    {
        lock (_lock) _answered[result] = _answered.GetValueOrDefault(result) + 1;
    }

    public void Refused(string code)
    {
        lock (_lock) _refused[code] = _refused.GetValueOrDefault(code) + 1;
    }

    public EmulatorStats Read()
    {
        lock (_lock)
        {
            var calls = 0;
            foreach (var count in _answered.Values) calls += count;
            foreach (var count in _refused.Values) calls += count;
            return new EmulatorStats(
                calls,
                _answered.GetValueOrDefault(InferResult.SUCCESS),
                _answered.GetValueOrDefault(InferResult.FAILURE),
                _answered.GetValueOrDefault(InferResult.ERROR),
                new Dictionary<string, int>(_refused));
        }
    }
}
