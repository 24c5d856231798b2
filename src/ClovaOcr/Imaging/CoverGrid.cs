using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>Covered cells of one row, from <paramref name="First"/> up to but not including <paramref name="End"/>.</summary>
internal readonly record struct CellSpan(int First, int End);

/// <summary>
/// Which cells of a picture are covered: every cell that an area meets or touches. Cells are as large as the codec needs them, because a
/// compressed block carries traces of all its pixels.
/// </summary>
internal sealed class CoverGrid
{
    /// <summary>
    /// Pixels of a cell's sides in a picture of samples. It has no blocks of its own, but is often a JPEG saved again, and then its pixels
    /// carry traces of each other within the JPEG's blocks of 8 by 8.
    /// </summary>
    public const int SampleCell = 8;

    // Coordinates past this belong to no picture, and products of larger ones lose the precision that the hull needs.
    private const double FarthestCoordinate = 1e7;

    // Outward, for what rounding took from a hull's edge; by it an area that only touches a cell meets it, too.
    private const double Slack = 1e-6;

    private readonly CellSpan[][] _rows;

    private CoverGrid(int width, int height, int cellWidth, int cellHeight, CellSpan[][] rows)
    {
        (Width, Height, CellWidth, CellHeight) = (width, height, cellWidth, cellHeight);
        _rows = rows;
    }

    /// <summary>The picture's width in pixels.</summary>
    public int Width { get; }

    /// <summary>The picture's height in pixels.</summary>
    public int Height { get; }

    /// <summary>A cell's width in pixels; the last cell of a row may reach past the picture.</summary>
    public int CellWidth { get; }

    /// <summary>A cell's height in pixels.</summary>
    public int CellHeight { get; }

    public int Rows => _rows.Length;

    /// <summary>Finds the covered cells.</summary>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <param name="cellWidth">A cell's width in pixels.</param>
    /// <param name="cellHeight">A cell's height in pixels.</param>
    /// <param name="areas">What must be covered, in the picture's pixels; parts outside the picture do not matter.</param>
    /// <param name="grow">Pixels by which each area is grown on all sides first.</param>
    /// <exception cref="ClovaOcrException">An area has no pixel of the picture in it.</exception>
    public static CoverGrid Cover(int width, int height, int cellWidth, int cellHeight, IReadOnlyList<Polygon> areas, double grow)
    {
        var hulls = areas.Select(area => HullWithin(area, width, height)).ToArray();
        var columns = CellsIn(width, cellWidth);
        var rows = new CellSpan[CellsIn(height, cellHeight)][];
        for (var row = 0; row < rows.Length; row++) rows[row] = [];

        var reach = grow + Slack;
        var met = CellsMet(hulls.Min(hull => hull.Top) - reach, hulls.Max(hull => hull.Bottom) + reach, cellHeight, rows.Length);
        for (var row = met.First; row < met.End; row++)
        {
            // An area grown by a square meets a cell exactly when the area itself meets the cell grown by that square.
            var (top, bottom) = ((row * (double)cellHeight) - reach, ((row + 1) * (double)cellHeight) + reach);
            rows[row] = Merge(hulls
                .Select(hull => hull.Between(top, bottom))
                .OfType<(double Left, double Right)>()
                .Select(extent => CellsMet(extent.Left - reach, extent.Right + reach, cellWidth, columns))
                .Where(span => span.First < span.End));
        }

        return new(width, height, cellWidth, cellHeight, rows);
    }

    /// <summary>The covered cells of a row, from left to right, without overlaps.</summary>
    public ReadOnlySpan<CellSpan> Row(int row) => _rows[row];

    /// <summary>The covered columns of a row of pixels, from left to right, without overlaps, within the picture.</summary>
    public CellSpan[] PixelsOf(int y) =>
        Array.ConvertAll(_rows[y / CellHeight], span => new CellSpan(span.First * CellWidth, Math.Min(span.End * CellWidth, Width)));

    /// <summary>The grid of a part of the picture that begins with a cell; cells past the picture's edges are covered.</summary>
    /// <param name="left">The part's first column, that of a cell.</param>
    /// <param name="top">The part's first row, that of a cell.</param>
    /// <param name="width">The part's width in pixels; it may reach past the picture.</param>
    /// <param name="height">The part's height in pixels.</param>
    public CoverGrid Part(int left, int top, int width, int height)
    {
        var (first, columns) = (left / CellWidth, CellsIn(width, CellWidth));
        var beyond = new CellSpan(Math.Min(CellsIn(Width, CellWidth) - first, columns), columns);
        var rows = new CellSpan[CellsIn(height, CellHeight)][];
        for (var row = 0; row < rows.Length; row++)
        {
            var whole = (top / CellHeight) + row;
            rows[row] = whole >= _rows.Length
                ? [new(0, columns)]
                : Merge(_rows[whole]
                    .Select(span => new CellSpan(Math.Max(span.First - first, 0), Math.Min(span.End - first, columns)))
                    .Append(beyond)
                    .Where(span => span.First < span.End));
        }

        return new(width, height, CellWidth, CellHeight, rows);
    }

    /// <summary>The covered pixels as rectangles that do not overlap, from top to bottom.</summary>
    public IReadOnlyList<PixelRectangle> Rectangles()
    {
        var rectangles = new List<PixelRectangle>();
        for (var first = 0; first < _rows.Length;)
        {
            var end = first + 1;
            while (end < _rows.Length && _rows[end].AsSpan().SequenceEqual(_rows[first])) end++;
            var (top, bottom) = (first * CellHeight, Math.Min(end * CellHeight, Height));
            foreach (var span in PixelsOf(top)) rectangles.Add(new(span.First, top, span.End - span.First, bottom - top));
            first = end;
        }

        return rectangles;
    }

    private static ConvexHull HullWithin(Polygon area, int width, int height)
    {
        var isNear = area.Vertices.All(corner => Math.Abs(corner.X) <= FarthestCoordinate && Math.Abs(corner.Y) <= FarthestCoordinate);
        var hull = new ConvexHull(area);
        var meetsPicture = isNear && hull.Top < height && hull.Bottom > 0
            && hull.Between(0, height) is (var left, var right) && left < width && right > 0;
        return meetsPicture ? hull : throw Refusal.AreaOutside(width, height);
    }

    private static int CellsIn(int pixels, int cell) => (pixels + cell - 1) / cell;

    private static CellSpan CellsMet(double from, double to, int cell, int count) =>
        new((int)Math.Max(Math.Floor(from / cell), 0), (int)Math.Min(Math.Floor(to / cell) + 1, count));

    private static CellSpan[] Merge(IEnumerable<CellSpan> spans)
    {
        var merged = new List<CellSpan>();
        foreach (var span in spans.OrderBy(span => span.First))
        {
            if (merged.Count > 0 && span.First <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            else
                merged.Add(span);
        }

        return [.. merged];
    }
}
