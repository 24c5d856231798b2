using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A PNG's pixels with all bits of their samples, decoded as plainly as can be.</summary>
internal sealed class PngSamples
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly int[,][] _pixels;

    public PngSamples(byte[] file)
    {
        var chunks = PngSurgery.Split(file);
        var header = chunks[0].Data;
        int Number(int at) => (header[at] << 24) | (header[at + 1] << 16) | (header[at + 2] << 8) | header[at + 3];
        (Width, Height, Depth, ColorType) = (Number(0), Number(4), header[8], header[9]);
        _pixels = new int[Width, Height][];
        var rows = PngRecipe.Inflate([.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]);
        Read(rows, header[12] == 1 ? Adam7 : [(0, 0, 1, 1)]);
        Resolve(Data("PLTE"), Data("tRNS"));

        byte[] Data(string type) => chunks.Where(chunk => chunk.Type == type).SelectMany(chunk => chunk.Data).ToArray();
    }

    public int Width { get; }

    public int Height { get; }

    public int Depth { get; }

    public int ColorType { get; }

    /// <summary>Where among all rows' bytes each filter type stands, and how many bits the last byte of its row has to spare.</summary>
    public List<(int Filter, int End, int SpareBits)> Rows { get; } = [];

    /// <summary>A pixel's samples, or its palette entry's; the last is 0 or the largest for the colour that is transparent or not.</summary>
    public int[] this[int x, int y] => _pixels[x, y];

    private int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private void Read(byte[] rows, (int X, int Y, int StepX, int StepY)[] passes)
    {
        var position = 0;
        foreach (var (startX, startY, stepX, stepY) in passes.Where(pass => pass.X < Width))
        {
            var bits = ((Width - startX + stepX - 1) / stepX) * Channels * Depth;
            var above = new byte[(bits + 7) / 8];
            for (var y = startY; y < Height; y += stepY)
            {
                var row = Unfilter(rows[position], rows.AsSpan(position + 1, above.Length), above);
                for (int x = startX, bit = 0; x < Width; x += stepX)
                    _pixels[x, y] = [.. Enumerable.Range(0, Channels).Select(_ => Take(row, ref bit))];
                Rows.Add((position, position + above.Length, (above.Length * 8) - bits));
                (position, above) = (position + 1 + above.Length, row);
            }
        }

        if (position != rows.Length) throw new InvalidOperationException("There are more data than rows.");
    }

    private byte[] Unfilter(byte type, ReadOnlySpan<byte> filtered, byte[] above)
    {
        var (row, step) = (filtered.ToArray(), Math.Max(Channels * Depth / 8, 1));
        for (var i = 0; i < row.Length; i++)
        {
            int a = i >= step ? row[i - step] : 0, b = above[i], c = i >= step ? above[i - step] : 0;
            row[i] += (byte)(type switch
            {
                0 => 0,
                1 => a,
                2 => b,
                3 => (a + b) / 2,
                4 => new[] { a, b, c }.MinBy(value => Math.Abs(a + b - c - value)),
                _ => throw new InvalidOperationException("There is no such filter."),
            });
        }

        return row;
    }

    private int Take(byte[] row, ref int bit)
    {
        var value = 0;
        for (var i = 0; i < Depth; i++, bit++) value = (value << 1) | ((row[bit / 8] >> (7 - (bit % 8))) & 1);
        return value;
    }

    private void Resolve(byte[] palette, byte[] transparency)
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var pixel = _pixels[x, y];
                if (ColorType == 3)
                {
                    var i = pixel[0];
                    _pixels[x, y] = [palette[i * 3], palette[(i * 3) + 1], palette[(i * 3) + 2], i < transparency.Length ? transparency[i] : 255];
                }
                else if (ColorType is 0 or 2)
                {
                    var isClear = transparency.Length > 0 && pixel.Select((value, i) => value == (transparency[i * 2] << 8 | transparency[(i * 2) + 1])).All(same => same);
                    _pixels[x, y] = [.. pixel, isClear ? 0 : (1 << Depth) - 1];
                }
            }
        }
    }
}
