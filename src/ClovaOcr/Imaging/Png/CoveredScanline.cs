using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>A stored row, and which of its pixels are covered.</summary>
/// <param name="Line">The row.</param>
/// <param name="Covered">Covered pixels of the row, from left to right.</param>
internal readonly record struct CoveredScanline(PngScanline Line, CellSpan[] Covered)
{
    /// <summary>All rows of a picture in stored order.</summary>
    public static IEnumerable<CoveredScanline> Of(PngHeader header, CoverGrid cover) => PngScanline.Of(header)
        .Select(line => new CoveredScanline(line, Array.ConvertAll(cover.PixelsOf(line.Y), line.Pass.ColumnsWithin)));

    /// <summary>The row's pixels in runs that are covered or not, from left to right.</summary>
    public IEnumerable<PixelRun> Runs() => PixelRun.Of(Covered, 0, Line.Width);
}
