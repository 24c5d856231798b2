using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Batch;

/// <summary>A file's place in a batch, from when it is added until its outcome is taken.</summary>
internal sealed class QueuedCard(string path)
{
    private readonly List<CallReport> _calls = [];

    public string Path { get; } = path;

    /// <summary>Whether it is over: it has an outcome, or will have none because the batch ended before it began.</summary>
    public bool IsSettled { get; private set; }

    public CardOutcome? Outcome { get; private set; }

    /// <summary>The calls that were made and not refused because of too many at once.</summary>
    public IReadOnlyList<CallReport> Calls => _calls;

    /// <summary>How many calls were refused because of too many at once.</summary>
    public int Refusals { get; private set; }

    public string? LastRefusedRequestId { get; private set; }

    /// <summary>The last call's error; null when none failed.</summary>
    public ClovaOcrException? LastError => _calls.LastOrDefault()?.Failure;

    public void Report(CallReport call) => _calls.Add(call);

    public void Refuse(string? requestId) => (Refusals, LastRefusedRequestId) = (Refusals + 1, requestId);

    public void Settle(CardOutcome? outcome) => (IsSettled, Outcome) = (true, outcome);
}
