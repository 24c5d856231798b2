using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging;

/// <summary>The covered rectangles of a masked copy, asked row by row.</summary>
internal sealed class CoveredRows(IReadOnlyList<PixelRectangle> rectangles)
{
    private readonly ILookup<int, (int First, int End)> _rows = rectangles
        .SelectMany(rectangle => Enumerable.Range(rectangle.Top, rectangle.Height), (rectangle, y) => (y, rectangle))
        .ToLookup(row => row.y, row => (row.rectangle.Left, row.rectangle.Left + row.rectangle.Width));

    /// <summary>The covered columns of a row, from left to right.</summary>
    public IEnumerable<(int First, int End)> Of(int y) => _rows[y].OrderBy(span => span.First);

    /// <summary>The columns of a row that are not covered, from left to right.</summary>
    public IEnumerable<(int First, int End)> Outside(int y, int width)
    {
        var first = 0;
        foreach (var span in Of(y))
        {
            if (span.First > first) yield return (first, span.First);
            first = span.End;
        }

        if (first < width) yield return (first, width);
    }

    /// <summary>Whether all columns of a row from one up to another are covered.</summary>
    public bool Contains(int y, int first, int end)
    {
        foreach (var span in Of(y))
        {
            if (span.First > first) return false;
            if (span.End > first) first = span.End;
            if (first >= end) return true;
        }

        return false;
    }
}
