using System;

namespace ClovaOcr.Emulator;

/// <summary>All that is left to chance: it depends on nothing but the seed, the call's number, and what is drawn for.</summary>
internal sealed class Chance(int seed)
{
    /// <summary>What <see cref="Latency"/> draws from.</summary>
    public const int ForLatency = 0;

    /// <summary>What the first fault spec draws from; each has a number of its own.</summary>
    public const int ForFaults = 1;

    /// <summary>The random numbers of one call for one purpose.</summary>
    public Random Of(long call, int purpose) => new((int)Mixed(Mixed(Mixed((uint)seed) + (ulong)call) + (uint)purpose));

    // The last step of SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers come out unlike each other.
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
