using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using ClovaOcr.Batch;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>The progress bar of a batch: figures only, because file names are often people's names.</summary>
internal sealed class BatchProgress
{
    /// <summary>Between two updates, which is also how long a wait may last before the next one is looked at.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly ProgressRecord _record = new(activityId: 0, "Reading cards with CLOVA OCR", "Starting") { PercentComplete = -1 };
    private readonly Stopwatch _sinceUpdate = Stopwatch.StartNew();

    /// <summary>The record to show; null when the last one is not old enough.</summary>
    /// <param name="summary">The batch's figures.</param>
    /// <param name="total">The files of the batch; null while more may come.</param>
    public ProgressRecord? Update(BatchSummary summary, int? total)
    {
        if (_sinceUpdate.Elapsed < Pace) return null;
        _sinceUpdate.Restart();
        var over = summary.Done + summary.OfOtherShards;
        var perSecond = summary.Done / summary.Elapsed.TotalSeconds;
        _record.StatusDescription = string.Format(
            CultureInfo.CurrentCulture,
            "{0}{1} done{2}, {3:0} a minute, {4} refused, {5} failed",
            over,
            total is null ? "" : $" of {total}",
            summary.OfOtherShards > 0 ? $" ({summary.OfOtherShards} of other shards)" : "",
            perSecond * 60,
            summary.Refused,
            summary.Failed);
        _record.PercentComplete = total is > 0 and var all ? Math.Min(100, (int)(100L * over / all)) : -1;
        _record.SecondsRemaining = total is { } known && over > 0 ? (int)(summary.Elapsed.TotalSeconds / over * (known - over)) : -1;
        return _record;
    }

    /// <summary>The record that takes the bar away.</summary>
    public ProgressRecord End()
    {
        _record.RecordType = ProgressRecordType.Completed;
        return _record;
    }
}
