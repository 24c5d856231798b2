using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Batch;

/// <summary>
/// Reads many files with a few calls at a time, and hands the outcomes out in the order in which the files came in. What may wait is
/// bounded: files ahead of the calls, answers behind an earlier one. A file's bytes are in memory only while its call is under way.
/// To be used from one thread, but for <see cref="Cancel"/>; the calls run on threads of their own.
/// </summary>
public sealed class CardBatch : IDisposable
{
    // For each call of the limit: files that may be ahead of the calls, and cards that may be begun and not taken.
    private const int FilesAhead = 4;
    private const int CardsBegun = 16;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly CardReader _reader;
    private readonly CardBatchOptions _options;
    private readonly IClock _clock;
    private readonly Random _random;
    private readonly TimeSpan _start;
    private readonly CallWindow _window;
    private readonly HeldAnswers _held;
    private readonly InputOrder _order = new();
    private readonly BatchCounts _counts = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly CancellationTokenSource _delays = new();

    // Cards that are not begun yet, and cards whose call is to be made again, which go first.
    private readonly Queue<QueuedCard> _ahead = new();
    private readonly Queue<QueuedCard> _again = new();
    private ClovaOcrException? _stopReason;
    private TimeSpan? _nextWake;
    private int _underWay;

    /// <summary>Makes a batch; nothing runs yet.</summary>
    /// <param name="reader">The way of one card.</param>
    /// <param name="options">How the batch is run.</param>
    public CardBatch(CardReader reader, CardBatchOptions options)
        : this(reader, options, new SystemClock(), new Random(Guid.NewGuid().GetHashCode()))
    {
    }

    internal CardBatch(CardReader reader, CardBatchOptions options, IClock clock, Random random)
    {
        (_reader, _options, _clock, _random, _start) = (reader, options, clock, random, clock.Now);
        _window = new CallWindow(options.ThrottleLimit, clock, random);
        _held = new HeldAnswers(clock, first: options.ThrottleLimit * FilesAhead);
    }

    /// <summary>Whether outcomes have to be taken before another file is added.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate) return _ahead.Count >= _options.ThrottleLimit * FilesAhead;
        }
    }

    /// <summary>Whether there is nothing left to take, or the batch was cancelled.</summary>
    public bool IsDone
    {
        get
        {
            lock (_gate) return _cancellation.IsCancellationRequested || _order.Count == 0;
        }
    }

    /// <summary>
    /// Why no further call is made: the set-up is wrong, the quota is spent, or the journal cannot be written. Null while calls go on.
    /// </summary>
    public ClovaOcrException? StopReason
    {
        get
        {
            lock (_gate) return _stopReason;
        }
    }

    /// <summary>What it came to so far.</summary>
    public BatchSummary Summary
    {
        get
        {
            lock (_gate) return _counts.Summary with { Calls = _reader.Calls, Elapsed = _clock.Now - _start };
        }
    }

    /// <summary>
    /// Whether a file's picture is another shard's, and so not to be added. It takes no place among the files that are added: those of
    /// other shards hold up neither calls nor outcomes. True, too, once the batch was cancelled.
    /// </summary>
    public bool PassesOver(string path)
    {
        if (!_reader.HasShard) return false;

        // On another thread, so that who cancels does not wait for a share that does not answer.
        var look = Task.Run(() => _reader.IsOfOtherShard(path, _cancellation.Token));
        try
        {
            look.Wait(_cancellation.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
        {
            return true;
        }

        if (!look.Result) return _cancellation.IsCancellationRequested;
        lock (_gate) _counts.PassedOver();
        return true;
    }

    /// <summary>Adds a file; its call starts as soon as there is room for one.</summary>
    public void Add(string path)
    {
        lock (_gate)
        {
            if (_stopReason is not null) return;
            var card = new QueuedCard(path);
            _order.Add(card);
            _ahead.Enqueue(card);
            StartCalls();
        }
    }

    /// <summary>Takes the next outcome.</summary>
    /// <param name="patience">How long to wait for it.</param>
    /// <param name="outcome">Null when it did not come in that time, or there is none left.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryTake(TimeSpan patience, out CardOutcome? outcome)
    {
        outcome = null;
        var waiting = Stopwatch.StartNew();
        lock (_gate)
        {
            while (!_order.IsReady && _order.Count > 0 && !_cancellation.IsCancellationRequested)
            {
                var left = patience - waiting.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left)) return false;
            }

            if (!_order.IsReady || _cancellation.IsCancellationRequested) return false;
            outcome = _order.Take();
            _held.Taken();
            StartCalls();
            return true;
        }
    }

    /// <summary>Ends every call under way at once; none starts after. May be called from any thread.</summary>
    public void Cancel()
    {
        _cancellation.Cancel();
        _delays.Cancel();
        lock (_gate) Monitor.PulseAll(_gate);
    }

    /// <summary>Cancels what is under way; an answer that has just come is given the moment that it needs to reach the journal.</summary>
    public void Dispose()
    {
        Cancel();
        var waiting = Stopwatch.StartNew();
        lock (_gate)
        {
            while (_underWay > 0 && LongestGoodbye - waiting.Elapsed is var left && left > TimeSpan.Zero) Monitor.Wait(_gate, left);
        }
    }

    /// <summary>Starts what there is room for. To be called whenever something changed that may have made room.</summary>
    private void StartCalls()
    {
        while (!_cancellation.IsCancellationRequested && _stopReason is null && NextCard() is { } card)
        {
            _underWay++;
            _ = Task.Run(() => RunAsync(card));
        }
    }

    /// <summary>The card to start; null when there is none, or no room for it.</summary>
    private QueuedCard? NextCard()
    {
        var now = _clock.Now;
        if (now < _window.ClosedUntil)
        {
            WakeAt(_window.ClosedUntil);
            return null;
        }

        // Answers that hold places must not hold up a card that they wait for.
        if (_again.Count > 0) return HasRoom(now, besidesHeld: false) ? _again.Dequeue() : null;
        var begun = _order.Count - _ahead.Count;
        var mayBegin = _ahead.Count > 0 && begun < _options.ThrottleLimit * CardsBegun;
        return mayBegin && HasRoom(now, besidesHeld: true) ? _ahead.Dequeue() : null;
    }

    /// <summary>Whether the window has room for a call; if time alone will make some, this is looked at again then.</summary>
    private bool HasRoom(TimeSpan now, bool besidesHeld)
    {
        while (_underWay + (besidesHeld ? _held.PlacesAt(now) : 0) >= _window.Size)
        {
            var change = (besidesHeld ? _held.EndAfter(now) : null) ?? _window.FilledAt(now);
            if (change > now) WakeAt(change.Value);
            if (change != now) return false;
        }

        return true;
    }

    private void WakeAt(TimeSpan time)
    {
        if (_nextWake <= time) return;
        _nextWake = time;
        _ = AfterAsync(time - _clock.Now, () =>
        {
            _nextWake = null;
            StartCalls();
        });
    }

    private async Task AfterAsync(TimeSpan delay, Action action)
    {
        try
        {
            await _clock.DelayAsync(delay, _delays.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The batch ends, and with it the wait.
        }

        lock (_gate)
        {
            action();
            Monitor.PulseAll(_gate);
        }
    }

    private async Task RunAsync(QueuedCard card)
    {
        var attempt = await _reader.AttemptAsync(card, _cancellation.Token).ConfigureAwait(false);
        lock (_gate)
        {
            _underWay--;
            if (!attempt.Follows) Conclude(card, attempt);
            StartCalls();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>What follows from an attempt: an outcome, another attempt, or the end of the batch.</summary>
    private void Conclude(QueuedCard card, CardAttempt attempt)
    {
        if (attempt.Error is { Kind: ClovaOcrErrorKind.TooManyCalls } refusal)
        {
            Refused(card, attempt, refusal);
            return;
        }

        if (attempt.WasLetIn) _window.Answered();
        var retry = RetryOf(card, attempt);
        card.Report(attempt, retry);
        if (retry is { } delay)
        {
            _counts.Retried(attempt.Error!.MayHaveBeenBilled);
            if (attempt.Error.RetryAfter is { } pause) _window.Close(pause);
            _ = AfterAsync(delay, () => TryAgain(card));
            return;
        }

        Settle(card, attempt);
        if ((attempt.NotKept ?? attempt.Error) is { StopsBatch: true } reason) Stop(reason);
    }

    private void Refused(QueuedCard card, CardAttempt attempt, ClovaOcrException refusal)
    {
        card.Refuse(refusal.RequestId);
        _counts.Refused();
        if (refusal.RetryAfter is { } pause) _window.Close(pause);
        if (_window.Refused(_reader.InFlight)) TryAgain(card);
        else Settle(card, attempt with { Error = refusal.Adding("Nothing but refusals came for ten minutes.") });
    }

    /// <summary>The wait before the call is made again; null when it is not.</summary>
    private TimeSpan? RetryOf(QueuedCard card, CardAttempt attempt) =>
        attempt is { Error: { IsRetryable: true } error, CallTime: not null } && card.CallCount < _options.Retry.MaximumRetryCount
            ? _options.Retry.DelayBefore(card.CallCount + 1, error.RetryAfter, _random)
            : null;

    private void TryAgain(QueuedCard card)
    {
        _again.Enqueue(card);
        if (_stopReason is not null) GiveUp(_again);
        else StartCalls();
    }

    /// <summary>Gives a card the outcome of its last attempt, and lets those go on that waited for it.</summary>
    private void Settle(QueuedCard card, CardAttempt attempt)
    {
        var outcome = card.OutcomeOf(attempt);
        if (outcome is not null)
        {
            _counts.Ended(outcome);
            _held.Came();
        }

        _order.Settle(card, outcome);
        foreach (var follower in _reader.Release(card)) TryAgain(follower);
    }

    /// <summary>Ends the batch: calls under way come to their end, no other starts.</summary>
    private void Stop(ClovaOcrException reason)
    {
        _stopReason ??= reason;
        GiveUp(_again);
        GiveUp(_ahead);
        _delays.Cancel();
    }

    /// <summary>Settles cards that will not be tried any more, with the error of the last call if one was made.</summary>
    private void GiveUp(Queue<QueuedCard> cards)
    {
        while (cards.Count > 0)
        {
            var card = cards.Dequeue();
            Settle(card, card.LastAttempt);
        }
    }
}
