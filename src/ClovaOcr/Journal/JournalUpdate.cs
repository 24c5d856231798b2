namespace ClovaOcr.Journal;

/// <summary>What rewriting a journal did, or would do.</summary>
/// <param name="Kept">Answers that are in the journal afterwards.</param>
/// <param name="Dropped">Answers that are gone because of their age.</param>
/// <param name="Superseded">Answers that are gone because a later one for the same picture took their place.</param>
/// <param name="Damaged">Damaged stretches that are gone; there is no telling how many answers each of them held.</param>
/// <param name="BytesBefore">The file's length before.</param>
/// <param name="BytesAfter">The file's length afterwards.</param>
public sealed record JournalUpdate(int Kept, int Dropped, int Superseded, int Damaged, long BytesBefore, long BytesAfter);
