using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging;

/// <summary>Pixels of a row side by side, from <paramref name="First"/> up to but not including <paramref name="End"/>.</summary>
/// <param name="First">The first column.</param>
/// <param name="End">The column after the last.</param>
/// <param name="IsCovered">Whether all of them are covered, or none.</param>
internal readonly record struct PixelRun(int First, int End, bool IsCovered)
{
    /// <summary>The runs of a row from one column up to another, from left to right.</summary>
    /// <param name="covered">The covered columns of the row, from left to right.</param>
    /// <param name="first">The first column.</param>
    /// <param name="end">The column after the last.</param>
    public static IEnumerable<PixelRun> Of(CellSpan[] covered, int first, int end)
    {
        foreach (var span in covered)
        {
            var (from, to) = (Math.Max(span.First, first), Math.Min(span.End, end));
            if (from >= to) continue;
            if (first < from) yield return new(first, from, false);
            yield return new(from, to, true);
            first = to;
        }

        if (first < end) yield return new(first, end, false);
    }
}
