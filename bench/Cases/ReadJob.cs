namespace Bench.Cases;

/// <summary>Cards to read through the module.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Cards">Which they are.</param>
/// <param name="ThrottleLimit">The command's parameter.</param>
internal sealed record ReadJob(string Folder, CardRange Cards, int ThrottleLimit)
{
    /// <summary>The command's parameter; null for no journal.</summary>
    public string? JournalPath { get; init; }

    /// <summary>The share of the cards that is read; null for all of them.</summary>
    public ReadShare? Share { get; init; }

    /// <summary>The card at which memory is looked at for the first time; null to look at it at the end only.</summary>
    public int? GrowthFrom { get; init; }
}

/// <summary>The command's two parameters.</summary>
/// <param name="Index">-ShardIndex.</param>
/// <param name="Count">-ShardCount.</param>
internal sealed record ReadShare(int Index, int Count);
