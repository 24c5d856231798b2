namespace Bench.Cases;

/// <summary>What reading cards took. The warm-up is in none of the figures but the peak and the whole process's CPU time.</summary>
internal sealed record ReadFigures
{
    /// <summary>Cards that came out with what is printed on them.</summary>
    public required int Read { get; init; }

    public required double Seconds { get; init; }

    /// <summary>CPU time of the measured part.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>CPU time from the start of the process, with the engine's start, the import and the warm-up.</summary>
    public required double WholeCpuSeconds { get; init; }

    /// <summary>Bytes: the most that the process had in memory.</summary>
    public required long PeakMemory { get; init; }

    /// <summary>How many paths had been handed to the command when the first card came out.</summary>
    public required int PathsAtFirstCard { get; init; }

    /// <summary>At the card that the job names; null when it names none.</summary>
    public MemoryLook? Early { get; init; }

    /// <summary>At the last card.</summary>
    public required MemoryLook Late { get; init; }
}

/// <summary>Memory at one moment, after a collection, in bytes.</summary>
/// <param name="Heap">Managed objects.</param>
/// <param name="Resident">All that the process has in memory.</param>
internal sealed record MemoryLook(long Heap, long Resident);
