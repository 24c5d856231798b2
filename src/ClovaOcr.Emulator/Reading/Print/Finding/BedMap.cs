using System;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>
/// How unlike the bed each place of a picture looks, by how often its colour occurs along the picture's border. Unlike the picture
/// itself it shows a card and not the grain of the wood that the card lies on.
/// </summary>
internal static class BedMap
{
    // Of each plane, levels that count as the same, and how many of them there are.
    private const int LevelsOfBrightness = 8;
    private const int LevelsOfColour = 6;
    private const int Brightnesses = (256 / LevelsOfBrightness) + 2;
    private const int Colours = (256 / LevelsOfColour) + 3;

    // A colour of this part of the border or more is the bed's; each halving makes it less so by as many levels.
    private const float Common = 0.004f;
    private const float Rare = 0.00003f;
    private const float LevelsOfHalving = 24;

    /// <summary>0 for the bed, up to about 170 for what is nowhere at the border; row after row.</summary>
    public static float[] Of(Miniature picture)
    {
        var counts = CountBorder(picture);
        var strangeness = Strangeness(counts);
        var map = new float[picture.Width * picture.Height];
        for (var i = 0; i < map.Length; i++) map[i] = strangeness[BinOf(picture, i)];
        var spare = new float[map.Length];
        for (var pass = 0; pass < 2; pass++) Blur.Box(map, spare, picture.Width, picture.Height, 2);
        return map;
    }

    private static int BinOf(Miniature picture, int at)
    {
        var (brightness, redGreen, yellowBlue) = (picture.Planes[0][at], picture.Planes[1][at] + 128, picture.Planes[2][at] + 128);
        return (((((int)brightness / LevelsOfBrightness) + 1) * Colours) + ((int)redGreen / LevelsOfColour) + 1) * Colours
            + ((int)yellowBlue / LevelsOfColour) + 1;
    }

    private static float[] CountBorder(Miniature picture)
    {
        var counts = new float[Brightnesses * Colours * Colours];
        var depth = Math.Max(1, Math.Max(picture.Width, picture.Height) / 50);
        for (var y = 0; y < picture.Height; y++)
        {
            var isInside = y >= depth && y < picture.Height - depth;
            for (var x = 0; x < picture.Width; x++)
            {
                if (isInside && x == depth) x = Math.Max(x, picture.Width - depth);
                if (x < picture.Width) counts[BinOf(picture, (y * picture.Width) + x)]++;
            }
        }

        return counts;
    }

    // Neighbouring bins lend each other half of what they have, for a colour may fall on either side of their limit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Strangeness(float[] counts)
    {
        var total = 0f;
        foreach (var count in counts) total += count;
        foreach (var stride in (int[])[1, Colours, Colours * Colours])
        {
            var smooth = new float[counts.Length];
            for (var i = stride; i < counts.Length - stride; i++)
            {
                smooth[i] = counts[i] + (0.5f * (counts[i - stride] + counts[i + stride]));
            }

            counts = smooth;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = Math.Max(0, MathF.Log2(Common / ((counts[i] / total) + Rare)) * LevelsOfHalving);
        }

        return counts;
    }
}
