using System;

namespace ClovaOcr.Imaging.Qr;

/// <summary>How many samples of one block, or of several, are dark, and how often dark and light change in four directions.</summary>
internal struct BlockTexture
{
    /// <summary>Samples of one block.</summary>
    public const int Samples = Luminance.Block * Luminance.Block;

    public int Dark { get; private set; }

    /// <summary>Changes from left to right.</summary>
    public int Across { get; private set; }

    /// <summary>Changes from above to below.</summary>
    public int Down { get; private set; }

    /// <summary>Changes along one diagonal.</summary>
    public int Rising { get; private set; }

    /// <summary>Changes along the other diagonal.</summary>
    public int Falling { get; private set; }

    /// <summary>How many times more often dark and light change in one direction than across it, at least 1.</summary>
    public readonly double Direction => Math.Max(
        Math.Max(Across, Down) / (Math.Min(Across, Down) + 0.1), Math.Max(Rising, Falling) / (Math.Min(Rising, Falling) + 0.1));

    /// <summary>How strongly the changes of one block go one way: 0 for as often in each direction, to about 1 for stripes.</summary>
    public readonly double OneWay
    {
        get
        {
            var (straight, aslant) = ((double)Across - Down, (double)Rising - Falling);
            return Math.Sqrt((straight * straight) + (aslant * aslant));
        }
    }

    public static BlockTexture operator +(BlockTexture one, BlockTexture other) => new()
    {
        Dark = one.Dark + other.Dark,
        Across = one.Across + other.Across,
        Down = one.Down + other.Down,
        Rising = one.Rising + other.Rising,
        Falling = one.Falling + other.Falling,
    };

    /// <summary>Changes per sample, the mean of across and down.</summary>
    public readonly double Density(int blocks) => (Across + Down) / (2.0 * blocks * Samples);

    /// <summary>Takes a row of the block.</summary>
    /// <param name="row">How much lighter than the middle each sample is.</param>
    /// <param name="above">The same of the row above.</param>
    /// <param name="before">The sample to the left of the row.</param>
    /// <param name="beforeAbove">The sample to the left of the row above.</param>
    public void Add(ReadOnlySpan<int> row, ReadOnlySpan<int> above, int before, int beforeAbove)
    {
        var (dark, across, down, rising, falling) = (0, 0, 0, 0, 0);
        for (var x = 0; x < row.Length; x++)
        {
            // A sign bit says dark; two that differ are a change.
            var (now, up) = (row[x], above[x]);
            dark -= now >> 31;
            across -= (now ^ before) >> 31;
            down -= (now ^ up) >> 31;
            falling -= (now ^ beforeAbove) >> 31;
            rising -= (before ^ up) >> 31;
            (before, beforeAbove) = (now, up);
        }

        (Dark, Across, Down, Rising, Falling) = (Dark + dark, Across + across, Down + down, Rising + rising, Falling + falling);
    }
}
