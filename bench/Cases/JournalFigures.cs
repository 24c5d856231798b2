namespace Bench.Cases;

/// <summary>What a journal takes.</summary>
/// <param name="AppendsASecondAlone">Answers a second when each waits for the one before.</param>
/// <param name="AppendsASecondTogether">Answers a second with many writers.</param>
/// <param name="OpenMilliseconds">To open it with all answers in it.</param>
/// <param name="Bytes">Its length then.</param>
internal sealed record JournalFigures(double AppendsASecondAlone, double AppendsASecondTogether, double OpenMilliseconds, long Bytes);
