namespace Bench.Cases;

/// <summary>Cards to read through the module.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Cards">Which they are.</param>
/// <param name="ThrottleLimit">The command's parameter.</param>
internal sealed record ReadJob(string Folder, CardRange Cards, int ThrottleLimit)
{
    /// <summary>The command's parameter; null for no journal.</summary>
    public string? JournalPath { get; init; }

    /// <summary>The card at which memory is looked at for the first time; null to look at it at the end only.</summary>
    public int? GrowthFrom { get; init; }
}
