using System;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Print.Upright;

/// <summary>Takes out of a picture what the light and the paper's colour do: shadows, glare, a tint.</summary>
internal static class Paper
{
    private const int Cell = 8;

    // In cells: the window is 56 pixels, wider than any stroke of the print, so that there is paper in it.
    private const int Reach = 3;

    /// <summary>Divides each pixel by the brightness of the paper around it.</summary>
    public static GrayImage Whiten(GrayImage picture)
    {
        var (columns, rows) = ((picture.Width + Cell - 1) / Cell, (picture.Height + Cell - 1) / Cell);
        var paper = Lightest(picture, columns, rows);
        Spread(paper, columns, rows, Math.Max);
        Spread(paper, columns, rows, static (a, b) => a + b);
        Average(paper, columns, rows);
        return Divide(picture, paper, columns, rows);
    }

    /// <summary>For each cell the mean of its lightest row of pixels: a single light pixel is noise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Lightest(GrayImage picture, int columns, int rows)
    {
        var cells = new float[columns * rows];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            for (var column = 0; column < columns; column++)
            {
                var pixels = row[(column * Cell)..Math.Min(row.Length, (column + 1) * Cell)];
                var sum = 0;
                foreach (var pixel in pixels) sum += pixel;
                ref var cell = ref cells[(y / Cell * columns) + column];
                cell = Math.Max(cell, sum / (float)pixels.Length);
            }
        }

        return cells;
    }

    /// <summary>Combines each cell with those within reach, along rows and then along columns.</summary>
    private static void Spread(float[] cells, int columns, int rows, Func<float, float, float> combine)
    {
        var line = new float[Math.Max(columns, rows)];
        for (var row = 0; row < rows; row++) SpreadLine(row * columns, 1, columns);
        for (var column = 0; column < columns; column++) SpreadLine(column, columns, rows);

        void SpreadLine(int start, int step, int count)
        {
            for (var i = 0; i < count; i++) line[i] = cells[start + (i * step)];
            for (var i = 0; i < count; i++)
            {
                var last = Math.Min(count - 1, i + Reach);
                var combined = line[Math.Max(0, i - Reach)];
                for (var j = Math.Max(0, i - Reach) + 1; j <= last; j++) combined = combine(combined, line[j]);
                cells[start + (i * step)] = combined;
            }
        }
    }

    /// <summary>Makes sums over the cells within reach their mean; at the edge fewer cells were added.</summary>
    private static void Average(float[] cells, int columns, int rows)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) cells[(row * columns) + column] /= Within(row, rows) * Within(column, columns);

        static int Within(int place, int count) => Math.Min(count - 1, place + Reach) - Math.Max(0, place - Reach) + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static GrayImage Divide(GrayImage picture, float[] paper, int columns, int rows)
    {
        var white = new byte[picture.Width * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            var (upper, down) = Between(y, rows);
            var lower = Math.Min(rows - 1, upper + 1);
            var row = picture.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var (left, across) = Between(x, columns);
                var right = Math.Min(columns - 1, left + 1);
                var above = Mix(paper[(upper * columns) + left], paper[(upper * columns) + right], across);
                var below = Mix(paper[(lower * columns) + left], paper[(lower * columns) + right], across);
                white[(y * picture.Width) + x] = (byte)Math.Min(255, 255 * row[x] / Math.Max(1, Mix(above, below, down)));
            }
        }

        return new GrayImage(picture.Width, picture.Height, white);
    }

    /// <summary>Between the middles of which two cells a pixel lies, and how far.</summary>
    private static (int First, float Part) Between(int pixel, int cells)
    {
        var place = Math.Clamp(((pixel + 0.5f) / Cell) - 0.5f, 0, cells - 1);
        return ((int)place, place - (int)place);
    }

    private static float Mix(float a, float b, float part) => a + ((b - a) * part);
}
