using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>A stored row, and which of its pixels are covered.</summary>
/// <param name="Pass">The pass's place among the passes.</param>
/// <param name="Row">The row's place in the pass.</param>
/// <param name="Width">Its pixels.</param>
/// <param name="Covered">Covered pixels of the row, from left to right.</param>
internal readonly record struct CoveredScanline(int Pass, int Row, int Width, CellSpan[] Covered)
{
    /// <summary>The row's pixels in runs that are covered or not, from left to right.</summary>
    public IEnumerable<(int First, int End, bool IsCovered)> Runs()
    {
        var first = 0;
        foreach (var span in Covered)
        {
            if (first < span.First) yield return (first, span.First, false);
            yield return (span.First, span.End, true);
            first = span.End;
        }

        if (first < Width) yield return (first, Width, false);
    }
}
