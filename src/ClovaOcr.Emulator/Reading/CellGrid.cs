using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading;

/// <summary>A picture's brightness in a coarse grid laid over the whole of it, 0 to 255: what pictures are compared by.</summary>
internal static class CellGrid
{
    // Fine enough that a digit covers several cells, coarse enough that saving and scaling a picture changes them little.
    private const int Columns = 160;
    private const int Rows = 100;

    /// <summary>Whether a picture has at least a pixel for each cell.</summary>
    public static bool Fits(Picture picture) => picture.Width >= Columns && picture.Height >= Rows;

    /// <summary>The cells that an upright rectangle around an area of a picture meets, as places in what <see cref="Of"/> gives.</summary>
    public static int[] Under(Quad area, Picture picture)
    {
        var (left, right) = Range(area.Corners.Select(corner => corner.X * Columns / picture.Width), Columns);
        var (top, bottom) = Range(area.Corners.Select(corner => corner.Y * Rows / picture.Height), Rows);
        return
        [
            .. from row in Enumerable.Range(top, bottom - top + 1)
               from column in Enumerable.Range(left, right - left + 1)
               select (row * Columns) + column,
        ];
    }

    /// <summary>The mean brightness of each cell, row by row.</summary>
    public static double[] Of(Picture picture)
    {
        var across = Array.ConvertAll(Enumerable.Range(0, picture.Width).ToArray(), x => Share.Of(x, picture.Width, Columns));
        var sums = new double[Columns * Rows];
        var line = new double[Columns + 1];
        for (var y = 0; y < picture.Height; y++)
        {
            Array.Clear(line);
            var row = picture.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var (column, part, rest) = across[x];
                line[column] += part * row[x];
                line[column + 1] += rest * row[x];
            }

            var down = Share.Of(y, picture.Height, Rows);
            for (var column = 0; column < Columns; column++)
            {
                sums[(down.Cell * Columns) + column] += down.Part * line[column];
                if (down.Rest > 0) sums[((down.Cell + 1) * Columns) + column] += down.Rest * line[column];
            }
        }

        return sums;
    }

    private static (int First, int Last) Range(IEnumerable<double> places, int cells)
    {
        var within = places.Select(place => Math.Clamp((int)Math.Floor(place), 0, cells - 1)).ToArray();
        return (within.Min(), within.Max());
    }

    /// <summary>
    /// The cell in which a pixel begins, the part of that cell which the pixel fills, and the part of the next cell. A pixel on a border
    /// counts for both cells, so that scaling does not shift what is in a cell.
    /// </summary>
    private readonly record struct Share(int Cell, double Part, double Rest)
    {
        public static Share Of(int pixel, int pixels, int cells)
        {
            var (from, to) = (pixel * (double)cells / pixels, (pixel + 1) * (double)cells / pixels);
            var cell = (int)from;
            return to <= cell + 1 || cell + 1 == cells ? new(cell, to - from, 0) : new(cell, cell + 1 - from, to - (cell + 1));
        }
    }
}
