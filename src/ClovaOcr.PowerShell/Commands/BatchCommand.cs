using System;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.PowerShell.Cards;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Runs a batch on the pipeline's thread, the only one that may write: files in, what is ready out, progress and figures.</summary>
public abstract class BatchCommand : PathCommand
{
    private readonly BatchProgress _progress = new();
    private CardBatch? _batch;
    private int _added;
    private int _answered;

    /// <summary>The files there are; null while more may come.</summary>
    private protected int? Total { get; set; }

    /// <summary>The row of an answer.</summary>
    private protected abstract AlienCard CardOf(CardOutcome outcome, CardReading reading);

    private protected void StartBatch(CardBatch batch) => _batch = batch;

    /// <summary>Whether a file is this run's to read. While other shards' are passed over, what is ready is written.</summary>
    private protected bool IsOurs(string path)
    {
        if (!_batch!.PassesOver(path)) return true;
        WriteNext(TimeSpan.Zero);
        EndIfStopped();
        return false;
    }

    /// <summary>Adds a file and writes what is ready: at least one outcome if there is one, so that a slow pipeline behind starves no call.</summary>
    private protected void Read(string path)
    {
        while (_batch!.IsFull) WriteNext(BatchProgress.Pace);
        EndIfStopped();
        _batch.Add(path);
        _added++;
        WriteNext(TimeSpan.Zero);
        EndIfStopped();
    }

    /// <summary>Writes what is left when no further file comes.</summary>
    private protected void FinishBatch()
    {
        Total = _added + _batch!.Summary.OfOtherShards;
        while (!_batch.IsDone) WriteNext(BatchProgress.Pace);
        EndIfStopped();
        WriteEnd();
    }

    private protected void CancelBatch() => _batch?.Cancel();

    private protected void DisposeBatch() => _batch?.Dispose();

    private void WriteNext(TimeSpan patience)
    {
        var isThere = _batch!.TryTake(patience, out var outcome);
        if (_progress.Update(_batch.Summary, Total) is { } record) WriteProgress(record);
        if (isThere) Write(outcome!);
    }

    private void Write(CardOutcome outcome)
    {
        foreach (var line in outcome.Lines()) WriteVerbose(line);
        if (outcome.RefusalLine is { } refusals) WriteDebug(refusals);
        if (outcome.Reading is null)
        {
            WriteFailure(outcome.Error!);
            return;
        }

        _answered++;
        if (TryCardOf(outcome, outcome.Reading) is { } card) WriteObject(ListedProperties.AddTo(card));
    }

    /// <summary>The row of an answer; null when an error was written. One answer must not take the others, which are paid for, with it.</summary>
    private AlienCard? TryCardOf(CardOutcome outcome, CardReading reading)
    {
        try
        {
            return CardOf(outcome, reading);
        }
        catch (Exception exception)
        {
            WriteFailure(ClovaOcrException.Unforeseen(exception).ForFile(outcome.Path));
            return null;
        }
    }

    /// <summary>When no call can succeed: every answer already received first, then the error that ends the command.</summary>
    private void EndIfStopped()
    {
        if (_batch!.StopReason is not { } reason) return;
        while (!_batch.IsDone) WriteNext(BatchProgress.Pace);
        WriteEnd();
        ThrowFailure(reason.AfterCards(_answered));
    }

    private void WriteEnd()
    {
        WriteProgress(_progress.End());
        WriteVerbose(_batch!.Summary.ToString());
        if (_batch.Summary.PossiblyBilledTwice is > 0 and var calls)
            WriteWarning($"{calls} calls were made again after one whose answer was lost and that may have been billed.");
    }
}
