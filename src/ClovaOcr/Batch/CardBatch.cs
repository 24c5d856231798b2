using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Batch;

/// <summary>
/// Reads many files with a few calls at a time, and hands the outcomes out in the order in which the files came in. A file's bytes are
/// in memory only while its call is under way. To be used from one thread; the calls run on threads of their own.
/// </summary>
public sealed class CardBatch : IDisposable
{
    private readonly CardReader _reader;
    private readonly SemaphoreSlim _window;
    private readonly int _capacity;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Queue<Task<CardOutcome?>> _inOrder = new();
    private volatile ClovaOcrException? _stopReason;
    private int _underWay;

    /// <summary>Makes a batch; nothing runs yet.</summary>
    /// <param name="reader">What reads one file.</param>
    /// <param name="throttleLimit">Calls under way at the same time, at the most.</param>
    public CardBatch(CardReader reader, int throttleLimit)
    {
        _reader = reader;
        _window = new SemaphoreSlim(throttleLimit, throttleLimit);
        _capacity = throttleLimit * 4;
    }

    /// <summary>Whether outcomes have to be taken before another file is added.</summary>
    public bool IsFull => _inOrder.Count >= _capacity;

    /// <summary>How many files are being read or sent, or wait for their answer.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Why no further call is made: the set-up is wrong, or the quota is spent. Null while calls go on.</summary>
    public ClovaOcrException? StopReason => _stopReason;

    /// <summary>Adds a file; its call starts as soon as there is room for one.</summary>
    public void Add(string path) => _inOrder.Enqueue(ReadAsync(path));

    /// <summary>Takes the next outcome if it is there already.</summary>
    public bool TryTake(out CardOutcome? outcome)
    {
        outcome = null;
        while (outcome is null && _inOrder.Count > 0 && _inOrder.Peek().IsCompleted) outcome = _inOrder.Dequeue().GetAwaiter().GetResult();
        return outcome is not null;
    }

    /// <summary>Waits for the next outcome.</summary>
    /// <returns>Null when there is none left, as when the batch was cancelled.</returns>
    public CardOutcome? Take()
    {
        CardOutcome? outcome = null;
        while (outcome is null && _inOrder.Count > 0)
        {
            // Not every wait ends by cancelling what it waits for: a file on a network share that hangs does not.
            if (_cancellation.IsCancellationRequested || !WaitFor(_inOrder.Peek())) return null;
            outcome = _inOrder.Dequeue().GetAwaiter().GetResult();
        }

        return outcome;
    }

    /// <summary>Ends every call under way at once. May be called from any thread.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Cancels what is under way.</summary>
    public void Dispose() => _cancellation.Cancel();

    private bool WaitFor(Task task)
    {
        try
        {
            task.Wait(_cancellation.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The outcome; null for a file that was not begun or was cancelled, and for the error that stopped the batch.</summary>
    private async Task<CardOutcome?> ReadAsync(string path)
    {
        try
        {
            await _window.WaitAsync(_cancellation.Token).ConfigureAwait(false);
            return await ReadWithinWindowAsync(path).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<CardOutcome?> ReadWithinWindowAsync(string path)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            if (_stopReason is not null) return null;

            // Reading and hashing the file must not hold up the thread that adds files.
            var outcome = await Task.Run(() => _reader.ReadAsync(path, _cancellation.Token)).ConfigureAwait(false);
            if (outcome.Error is not { StopsBatch: true } reason) return outcome;
            _stopReason ??= reason;
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            _window.Release();
        }
    }
}
