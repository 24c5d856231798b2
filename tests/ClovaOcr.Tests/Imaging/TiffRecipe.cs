using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>How a TIFF without compression is stored.</summary>
/// <param name="Color">The number of tag 262.</param>
/// <param name="Bits">Bits a sample, or an index.</param>
/// <param name="Extra">Samples beside the colour.</param>
internal sealed record TiffRecipe(int Color, int Bits, int Extra = 0)
{
    public bool IsBigEndian { get; init; }

    public bool IsPlanar { get; init; }

    public int RowsPerStrip { get; init; } = int.MaxValue;

    /// <summary>Columns and rows of a tile; 0 for strips.</summary>
    public int TileSide { get; init; }

    /// <summary>Pixels across and down that share a pair of colours.</summary>
    public (int Across, int Down) Units { get; init; } = (1, 1);

    public int Samples => Extra + (Color switch { 2 or 6 => 3, 5 => 4, _ => 1 });

    public int Largest => (1 << Bits) - 1;

    /// <summary>Every kind that can be masked, but for its compression.</summary>
    public static IEnumerable<TiffRecipe> All()
    {
        foreach (var (color, depths) in new (int, int[])[] { (0, [1, 2, 4, 8, 16]), (1, [1, 2, 4, 8, 16]), (2, [1, 4, 8, 16]), (5, [2, 8, 16]), (6, [8]) })
        {
            foreach (var bits in depths)
            {
                for (var extra = 0; extra <= (color == 6 || (color, bits) == (5, 16) ? 0 : 1); extra++)
                {
                    var recipe = new TiffRecipe(color, bits, extra) { IsBigEndian = extra == 1 };
                    yield return recipe;
                    yield return recipe with { RowsPerStrip = 7, IsPlanar = recipe.Samples > 1 };
                    yield return recipe with { TileSide = 16 };
                    yield return recipe with { TileSide = 32, IsPlanar = recipe.Samples > 1 };
                }
            }
        }

        foreach (var units in new[] { (2, 2), (2, 1), (1, 2), (4, 1), (4, 2), (4, 4) })
        {
            if (units.Item2 == 1) yield return new(6, 8) { Units = units };
            yield return new(6, 8) { Units = units, RowsPerStrip = 8 };
            yield return new(6, 8) { Units = units, TileSide = 16 };
        }
    }

    /// <summary>Encodes; what lies past the picture's edges is given by <paramref name="sample"/> too.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="sample">The value of a pixel's channel.</param>
    public TiffSurgery Encode(int width, int height, Func<int, int, int, int> sample)
    {
        var (columns, rows) = TileSide > 0 ? (TileSide, TileSide) : (width, Math.Min(RowsPerStrip, height));
        var segments = new List<byte[]>();
        for (var plane = 0; plane < (IsPlanar ? Samples : 1); plane++)
        {
            for (var top = 0; top < height; top += rows)
                for (var left = 0; left < width; left += columns)
                    segments.Add(Segment(left, top, columns, TileSide > 0 ? rows : Math.Min(rows, height - top), plane, sample));
        }

        var parts = new TiffSurgery(IsBigEndian, [], segments)
            .With(256, 3, width).With(257, 3, height).With(258, 3, [.. Enumerable.Repeat((long)Bits, Samples)]).With(259, 3, 1)
            .With(262, 3, Color).With(277, 3, Samples).With(284, 3, IsPlanar ? 2 : 1).With(282, 5, 300, 1).With(283, 5, 300, 1).With(296, 3, 2);
        if (Extra > 0) parts = parts.With(338, 3, [.. Enumerable.Repeat(2L, Extra)]);
        if (Color == 6) parts = parts.With(530, 3, Units.Across, Units.Down);
        return TileSide > 0 ? parts.With(322, 4, columns).With(323, 4, rows) : parts.With(278, 4, rows);
    }

    private byte[] Segment(int left, int top, int columns, int rows, int plane, Func<int, int, int, int> sample)
    {
        var bytes = new List<byte>();
        if (Units != (1, 1))
        {
            for (var y = top; y < top + rows; y += Units.Down)
            {
                for (var x = left; x < left + columns; x += Units.Across)
                {
                    for (var i = 0; i < Units.Across * Units.Down; i++) bytes.Add((byte)sample(x + (i % Units.Across), y + (i / Units.Across), 0));
                    bytes.AddRange([(byte)sample(x, y, 1), (byte)sample(x, y, 2)]);
                }
            }

            return [.. bytes];
        }

        for (var y = top; y < top + rows; y++)
        {
            var bits = string.Concat(
                from x in Enumerable.Range(left, columns)
                from channel in IsPlanar ? [plane] : Enumerable.Range(0, Samples)
                select Stored(sample(x, y, channel)));
            bytes.AddRange(bits.PadRight((bits.Length + 7) / 8 * 8, '1').Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2)));
        }

        return [.. bytes];
    }

    private string Stored(int value)
    {
        if (Bits == 16 && !IsBigEndian) value = ((value & 0xFF) << 8) | (value >> 8);
        return Convert.ToString(value, 2).PadLeft(Bits, '0');
    }
}
