using System.Collections.Generic;

namespace Specimens;

/// <summary>SplitMix64: numbers that look random and are the same on every platform and at every run.</summary>
internal struct Dice(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0xD1342543DE82EF95UL);

    /// <summary>Dice of their own for each of two numbers' combinations.</summary>
    public static Dice Of(int seed, int index) => new(new Dice(seed).Seed() ^ new Dice(~index).Seed());

    /// <summary>At least 0 and below 1.</summary>
    public float Next() => (NextBits() >> 40) / (float)(1 << 24);

    public float Between(float least, float most) => least + ((most - least) * Next());

    /// <summary>At least 0 and below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() * count);

    public bool Chance(float probability) => Next() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A seed for dice of another purpose, so that a throw more for one thing changes no other.</summary>
    public int Seed() => (int)(NextBits() >> 33);

    /// <summary>Around 0, rarely beyond ±2: the sum of four throws, which is close to a bell curve.</summary>
    public float Bell() => ((Next() + Next() + Next() + Next()) - 2) * 1.73f;

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var bits = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
            return bits ^ (bits >> 31);
        }
    }
}
