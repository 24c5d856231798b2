using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Png;
using FsCheck;
using FsCheck.Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PngRowFilterSpecs
{
    private static readonly int[] Steps = [1, 2, 3, 4, 6, 8];

    [Property(MaxTest = 300)]
    public void Rows_are_filtered_byte_for_byte_as_the_specification_says(PositiveInt stepChoice, PositiveInt pixels, int seed, bool isSmooth)
    {
        var step = Steps[stepChoice.Get % Steps.Length];
        var random = new Random(seed);
        var longest = step * ((pixels.Get % 90) + 1);
        var filter = new PngRowFilter(step, longest);
        var above = new byte[longest];
        for (var y = 0; y < 6; y++)
        {
            // The fourth row begins a narrower pass.
            var length = y < 3 ? longest : step * ((longest / step) + 1) / 2;
            if (y is 0 or 3) above = new byte[length];
            var row = Enumerable.Range(0, length).Select(i => (byte)(isSmooth ? (i / step * 3) + (y * 5) + random.Next(4) : random.Next(256))).ToArray();
            row.CopyTo(filter.Begin(y is 0 or 3, length));
            Xunit.Assert.Equal(Best(row, above, step), filter.Choose().ToArray());
            above = row;
        }
    }

    [Property(MaxTest = 300)]
    public void A_filtered_row_is_undone_to_what_it_was(PositiveInt stepChoice, byte type, byte[] row, byte[] above)
    {
        var step = Steps[stepChoice.Get % Steps.Length];
        Array.Resize(ref above, row.Length);
        var filtered = Filtered(type % 5, row, above, step);
        PngFilter.Undo(filtered[0], filtered.AsSpan(1), above, step);
        Xunit.Assert.Equal(row, filtered[1..]);
    }

    private static byte[] Best(byte[] row, byte[] above, int step) =>
        Enumerable.Range(0, 5).Select(type => Filtered(type, row, above, step)).MinBy(filtered => filtered.Skip(1).Sum(value => Math.Abs((int)(sbyte)value)))!;

    private static byte[] Filtered(int type, byte[] row, byte[] above, int step)
    {
        var filtered = new List<byte> { (byte)type };
        for (var i = 0; i < row.Length; i++)
        {
            int a = i >= step ? row[i - step] : 0, b = above[i], c = i >= step ? above[i - step] : 0;
            var nearest = new[] { a, b, c }.MinBy(value => Math.Abs(a + b - c - value));
            filtered.Add((byte)(row[i] - new[] { 0, a, b, (a + b) / 2, nearest }[type]));
        }

        return [.. filtered];
    }
}
