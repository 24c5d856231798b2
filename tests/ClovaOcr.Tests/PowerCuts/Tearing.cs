namespace ClovaOcr.Tests.PowerCuts;

/// <summary>What may be on the disk of a write that was under way.</summary>
internal enum Tearing
{
    /// <summary>All or nothing.</summary>
    None,

    /// <summary>Also any beginning, with or without zeros for the remainder.</summary>
    Beginnings,

    /// <summary>Also later sectors without earlier ones.</summary>
    AnySectors,
}
