using System;
using System.Collections;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>All rows of a picture in stored order, each with its covered pixels.</summary>
internal sealed class CoveredScanlines(PngScanlines scanlines, CoverGrid cover) : IEnumerable<CoveredScanline>
{
    public IEnumerator<CoveredScanline> GetEnumerator()
    {
        for (var index = 0; index < scanlines.Passes.Count; index++)
        {
            var pass = scanlines.Passes[index];
            for (var row = 0; row < pass.Height; row++)
            {
                var covered = cover.PixelsOf(pass.StartY + (row * pass.StepY));
                yield return new(index, row, pass.Width, Array.ConvertAll(covered, pass.ColumnsWithin));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
