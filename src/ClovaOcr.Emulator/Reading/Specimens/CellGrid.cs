using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Specimens;

/// <summary>A picture's brightness in a coarse grid laid over the whole of it, 0 to 255: what pictures are compared by.</summary>
internal sealed class CellGrid
{
    // Fine enough that a digit covers several cells, coarse enough that saving and scaling a picture changes them little.
    private const int Columns = 160;
    private const int Rows = 100;

    private readonly double[] _cells = new double[Columns * Rows];

    private CellGrid(GrayImage picture)
    {
        Fill(picture, _cells);
        var mean = _cells.Average();
        for (var i = 0; i < _cells.Length; i++) _cells[i] -= mean;
        Variance = CovarianceWith(this);
    }

    /// <summary>The mean of the squares of how much each cell is brighter or darker than the picture's mean.</summary>
    public double Variance { get; }

    /// <summary>How much brighter, or darker, a cell is than the picture's mean.</summary>
    public double this[int place] => _cells[place];

    /// <summary>Whether a picture has at least a pixel for each cell.</summary>
    public static bool Fits(GrayImage picture) => picture.Width >= Columns && picture.Height >= Rows;

    /// <summary>The cells of a picture that <see cref="Fits"/>.</summary>
    public static CellGrid Of(GrayImage picture) => new(picture);

    /// <summary>The places of the cells that an upright rectangle around an area of a picture meets.</summary>
    public static int[] Under(Quad area, GrayImage picture)
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

    /// <summary>The mean of the products of both pictures' cells.</summary>
    // Optimised from its first call on: a test or a benchmark is half over before the runtime comes to it by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double CovarianceWith(CellGrid other)
    {
        var (mine, others) = (_cells, other._cells);
        double even = 0, odd = 0;
        for (var i = 0; i < mine.Length; i += 2)
        {
            even += mine[i] * others[i];
            odd += mine[i + 1] * others[i + 1];
        }

        return (even + odd) / mine.Length;
    }

    /// <summary>How much each cell differs from another picture's, whose contrast is changed by a factor first.</summary>
    public double[] DifferencesFrom(CellGrid other, double gain)
    {
        var differences = new double[_cells.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = Math.Abs(_cells[i] - (gain * other._cells[i]));
        return differences;
    }

    private static void Fill(GrayImage picture, double[] cells)
    {
        var across = Array.ConvertAll(Enumerable.Range(0, picture.Width).ToArray(), x => Share.Of(x, picture.Width, Columns));

        // Rows of pixels are added up before they are divided into columns, which is then done once for each row of cells.
        var band = new double[picture.Width];
        var next = new double[picture.Width];
        var row = 0;
        for (var y = 0; y < picture.Height; y++)
        {
            var down = Share.Of(y, picture.Height, Rows);
            if (down.Cell > row)
            {
                Divide(band, across, cells.AsSpan(row * Columns, Columns));
                (band, next, row) = (next, band, down.Cell);
                Array.Clear(next);
            }

            Add(picture.Row(y), down.Part, band);
            if (down.Rest > 0) Add(picture.Row(y), down.Rest, next);
        }

        Divide(band, across, cells.AsSpan(row * Columns, Columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<byte> pixels, double part, Span<double> band)
    {
        for (var x = 0; x < pixels.Length; x++) band[x] += part * pixels[x];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Divide(ReadOnlySpan<double> band, ReadOnlySpan<Share> across, Span<double> cells)
    {
        for (var x = 0; x < band.Length; x++)
        {
            var (cell, part, rest) = across[x];
            cells[cell] += part * band[x];
            if (rest > 0) cells[cell + 1] += rest * band[x];
        }
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
