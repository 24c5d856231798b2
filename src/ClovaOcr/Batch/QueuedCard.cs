using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Batch;

/// <summary>A file's place in a batch, from when it is added until its outcome is taken.</summary>
internal sealed class QueuedCard(string path)
{
    private readonly List<CallReport> _calls = [];
    private int _refusals;
    private string? _lastRefusedRequestId;

    public string Path { get; } = path;

    /// <summary>Whether it is over: it has an outcome, or will have none because the batch ended first.</summary>
    public bool IsSettled { get; private set; }

    public CardOutcome? Outcome { get; private set; }

    /// <summary>How many calls were made and not refused because of too many at once.</summary>
    public int CallCount => _calls.Count;

    /// <summary>What remains to be said when no other attempt is made: the last call's error, or nothing.</summary>
    public CardAttempt LastAttempt => new() { Error = _calls.LastOrDefault()?.Failure };

    /// <summary>Notes a call; an attempt without one is nothing to note.</summary>
    /// <param name="attempt">What came of it.</param>
    /// <param name="retryDelay">The wait before the next one; null when there is none.</param>
    public void Report(CardAttempt attempt, TimeSpan? retryDelay)
    {
        if (attempt.CallTime is not { } time) return;
        _calls.Add(new CallReport
        {
            RequestId = attempt.Reading?.RequestId ?? attempt.Error?.RequestId,
            Attempt = _calls.Count + 1,
            Result = attempt.Reading?.Result,
            Failure = attempt.Error,
            Elapsed = time,
            RetryDelay = retryDelay,
        });
    }

    /// <summary>Notes a call that was refused because of too many at once.</summary>
    public void Refuse(string? requestId) => (_refusals, _lastRefusedRequestId) = (_refusals + 1, requestId);

    /// <summary>The outcome that an attempt makes; null for a call that was cancelled, or that ended the batch.</summary>
    public CardOutcome? OutcomeOf(CardAttempt attempt)
    {
        if (attempt is { Reading: null, Error: null or { StopsBatch: true } }) return null;
        var error = _calls.Count > 1 ? attempt.Error?.Adding($"It was tried {_calls.Count} times.") : attempt.Error;
        return new CardOutcome(Path, attempt.ImageHash, attempt.Reading, error?.ForFile(Path))
        {
            FromJournal = attempt.FromJournal,
            Calls = _calls,
            Refusals = _refusals,
            LastRefusedRequestId = _lastRefusedRequestId,
        };
    }

    public void Settle(CardOutcome? outcome) => (IsSettled, Outcome) = (true, outcome);
}
