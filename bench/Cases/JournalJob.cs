namespace Bench.Cases;

/// <summary>Answers to write to a journal, and to find in it again.</summary>
/// <param name="Path">The journal.</param>
/// <param name="Answers">How many.</param>
/// <param name="Writers">How many are added at the same time, as by a batch with so many calls in flight.</param>
internal sealed record JournalJob(string Path, int Answers, int Writers);
