using System;
using System.Collections.Generic;
using System.Linq;

namespace Specimens.Pictures;

/// <summary>
/// A palette fitted to a picture by median cut: the box of colours with the longest side, weighed by how many pixels are in it, is
/// halved until there are enough boxes. Colours are told apart by five bits a channel.
/// </summary>
internal sealed class Palette
{
    private const int Levels = 32;

    private readonly byte[] _indexOfCell = new byte[Levels * Levels * Levels];

    private Palette(List<Box> boxes)
    {
        var redGreenBlue = new byte[3 * boxes.Count];
        for (var index = 0; index < boxes.Count; index++)
        {
            boxes[index].Mean.CopyTo(redGreenBlue, 3 * index);
            foreach (var cell in boxes[index].Cells) _indexOfCell[cell.Key] = (byte)index;
        }
        RedGreenBlue = redGreenBlue;
    }

    /// <summary>Three bytes an entry.</summary>
    public byte[] RedGreenBlue { get; }

    /// <param name="samples">Pixels of four bytes: blue, green, red, alpha.</param>
    /// <param name="colours">How many entries at most.</param>
    public static Palette For(ReadOnlySpan<byte> samples, int colours)
    {
        var boxes = new List<Box> { new(Count(samples)) };
        while (boxes.Count < colours && boxes.Where(box => box.Cells.Count > 1).MaxBy(box => box.Weight) is { } largest)
        {
            boxes.Remove(largest);
            boxes.AddRange(largest.Halve());
        }
        return new(boxes);
    }

    /// <summary>The entry for the pixel that the samples begin with.</summary>
    public byte IndexOf(ReadOnlySpan<byte> samples) => _indexOfCell[KeyOf(samples)];

    private static int KeyOf(ReadOnlySpan<byte> samples) => ((samples[2] >> 3) << 10) | ((samples[1] >> 3) << 5) | (samples[0] >> 3);

    private static List<Cell> Count(ReadOnlySpan<byte> samples)
    {
        var cells = new Cell?[Levels * Levels * Levels];
        for (var i = 0; i < samples.Length; i += 4)
        {
            var cell = cells[KeyOf(samples[i..])] ??= new(KeyOf(samples[i..]));
            cell.Pixels++;
            for (var channel = 0; channel < 3; channel++) cell.Sums[channel] += samples[i + 2 - channel];
        }
        return [.. cells.OfType<Cell>()];
    }

    /// <summary>All the pixels that agree in the upper five bits of each channel.</summary>
    private sealed class Cell(int key)
    {
        public int Key { get; } = key;

        public long Pixels { get; set; }

        /// <summary>Of red, green and blue.</summary>
        public long[] Sums { get; } = new long[3];

        public int Level(int channel) => (Key >> (5 * (2 - channel))) % Levels;
    }

    private sealed class Box
    {
        private readonly int _longest;

        public Box(List<Cell> cells)
        {
            var sides = Enumerable.Range(0, 3).Select(channel => Side(cells, channel)).ToArray();
            _longest = Array.IndexOf(sides, sides.Max());
            Cells = [.. cells.OrderBy(cell => cell.Level(_longest)).ThenBy(cell => cell.Key)];
            Weight = sides[_longest] * Math.Sqrt(cells.Sum(cell => cell.Pixels));
        }

        public List<Cell> Cells { get; }

        public double Weight { get; }

        public byte[] Mean
        {
            get
            {
                var pixels = Cells.Sum(cell => cell.Pixels);
                return [.. Enumerable.Range(0, 3).Select(channel => (byte)(Cells.Sum(cell => cell.Sums[channel]) / pixels))];
            }
        }

        private static int Side(List<Cell> cells, int channel) =>
            cells.Max(cell => cell.Level(channel)) - cells.Min(cell => cell.Level(channel));

        /// <summary>Two boxes of about as many pixels, each with at least one cell.</summary>
        public IEnumerable<Box> Halve()
        {
            var half = Cells.Sum(cell => cell.Pixels) / 2;
            var before = 0L;
            var count = Cells.TakeWhile(cell => (before += cell.Pixels) <= half).Count();
            count = Math.Clamp(count, 1, Cells.Count - 1);
            return [new(Cells[..count]), new(Cells[count..])];
        }
    }
}
