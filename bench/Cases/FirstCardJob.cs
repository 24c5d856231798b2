namespace Bench.Cases;

/// <summary>Cards to read one after the other.</summary>
/// <param name="Paths">Their files, each with other bytes.</param>
internal sealed record FirstCardJob(string[] Paths);
