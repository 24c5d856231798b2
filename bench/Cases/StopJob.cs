namespace Bench.Cases;

/// <summary>Pipelines to end before their time.</summary>
/// <param name="Folder">Where the cards are.</param>
/// <param name="ThrottleLimit">The calls to have in flight.</param>
/// <param name="Repeats">How often in each of the two ways.</param>
/// <param name="LatencyMilliseconds">How long an answer takes.</param>
internal sealed record StopJob(string Folder, int ThrottleLimit, int Repeats, int LatencyMilliseconds);
