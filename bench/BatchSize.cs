using System.Collections.Generic;

namespace Bench;

/// <summary>How much is measured.</summary>
internal sealed record BatchSize
{
    /// <summary>What the issue asks for.</summary>
    public static BatchSize Full { get; } = new()
    {
        WallCards = 500,
        MemoryCards = [100, 1_000, 10_000],
        GrowthFrom = 3_000,
        Stops = 3,
        JournalAnswers = 10_000,
    };

    /// <summary>Enough to see that everything runs.</summary>
    public static BatchSize Quick { get; } = new()
    {
        WallCards = 100,
        MemoryCards = [100, 400],
        GrowthFrom = 200,
        Stops = 1,
        JournalAnswers = 1_000,
    };

    /// <summary>Cards read where wall time is measured; two processes share them.</summary>
    public required int WallCards { get; init; }

    /// <summary>Numbers of cards at which CPU and memory are measured; the last is the largest.</summary>
    public required IReadOnlyList<int> MemoryCards { get; init; }

    /// <summary>The card from which on memory is not to grow.</summary>
    public required int GrowthFrom { get; init; }

    /// <summary>How often a pipeline is stopped in each of the two ways.</summary>
    public required int Stops { get; init; }

    /// <summary>Answers written to the journal.</summary>
    public required int JournalAnswers { get; init; }
}
