using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Batch;

/// <summary>What became of one file: a reading or an error, never both and never neither.</summary>
/// <param name="Path">The file.</param>
/// <param name="ImageHash">The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; null when it could not be read.</param>
/// <param name="Reading">What the service answered; null when it did not.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
public sealed record CardOutcome(string Path, string? ImageHash, CardReading? Reading, ClovaOcrException? Error)
{
    /// <summary>Whether the answer was paid for earlier and the journal had it.</summary>
    public bool FromJournal { get; init; }

    /// <summary>
    /// The calls that were made for it, in order, but those refused because too many were under way; none for an answer of the journal's.
    /// </summary>
    public IReadOnlyList<CallReport> Calls { get; init; } = [];

    /// <summary>How many calls were refused because too many were under way.</summary>
    public int Refusals { get; init; }

    /// <summary>The identifier of the last request that was refused so; null when none was.</summary>
    public string? LastRefusedRequestId { get; init; }

    /// <summary>
    /// What a support person asks for, a line for each call. The picture is named by its hash, because file names are often people's names.
    /// </summary>
    public IEnumerable<string> Lines()
    {
        foreach (var call in Calls) yield return $"{Picture}, {call}.";
        if (FromJournal) yield return $"{Picture}, request {Reading!.RequestId}: {Reading.Result}, from the journal.";
    }

    /// <summary>The same of the refused calls, in one line; null when there were none.</summary>
    public string? RefusalLine => Refusals > 0
        ? $"{Picture}, request {LastRefusedRequestId}: refused {Refusals} times up to then, because too many calls were under way."
        : null;

    private string Picture => $"Picture {ImageHash?.Substring(0, 8)}";
}
