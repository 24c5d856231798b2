using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging.Jpeg;
using ClovaOcr.Imaging.Pdf;
using ClovaOcr.Imaging.Png;
using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Imaging;

/// <summary>
/// Reads a masked copy back and compares it with its source, by code that the maskers do not use: every pixel of the areas is covered,
/// every covered pixel is the fill, every other is the source's, and the file holds nothing else.
/// </summary>
internal static class MaskProof
{
    /// <exception cref="ClovaOcrException">The copy is not what it should be.</exception>
    public static void Check(byte[] source, IReadOnlyList<Polygon> areas, MaskedPicture masked)
    {
        var covered = new CoveredRows(masked.Covered);
        foreach (var area in areas) CheckCovered(area, covered, masked.Width, masked.Height);

        try
        {
            ReadBack(source, masked, covered);
        }
        catch (ClovaOcrException problem) when (problem.Kind == ClovaOcrErrorKind.CorruptImage)
        {
            throw Refusal.NotProved("a second decoder does not read both source and copy without a warning", problem.InnerException ?? problem);
        }
    }

    private static void ReadBack(byte[] source, MaskedPicture masked, CoveredRows covered)
    {
        switch (masked.Format)
        {
            case ImageFormat.Jpeg:
                JpegLeftovers.Check(masked.Bytes, covered);
                JpegComparison.Check(source, masked, covered);
                break;
            case ImageFormat.Png:
                PngLeftovers.Check(masked.Bytes);
                PngComparison.Check(source, masked, covered);
                break;
            case ImageFormat.Tiff:
                TiffLeftovers.Check(masked.Bytes, masked.Covered);
                TiffComparison.Check(source, masked, covered);
                break;
            case ImageFormat.Pdf:
                PdfLeftovers.Check(masked.Bytes, covered);
                PdfComparison.Check(source, masked, covered);
                break;
            default:
                throw new ArgumentException("A copy of this format has no check.", nameof(masked));
        }
    }

    // Pixel by pixel, by the crossings of the polygon's own edges with each row's middle; the maskers go by cells and convex hulls.
    private static void CheckCovered(Polygon area, CoveredRows covered, int width, int height)
    {
        var (first, end) = ((int)Math.Max(Math.Floor(area.Top), 0), (int)Math.Min(Math.Ceiling(area.Bottom), height));
        for (var y = first; y < end; y++)
        {
            var crossings = Crossings(area.Vertices, y + 0.5);
            for (var i = 0; i + 1 < crossings.Length; i += 2)
            {
                var left = (int)Math.Max(Math.Ceiling(crossings[i] - 0.5), 0);
                var right = (int)Math.Min(Math.Floor(crossings[i + 1] - 0.5), width - 1);
                if (left <= right && !covered.Contains(y, left, right + 1)) throw Refusal.NotProved("a part of an area is not covered");
            }
        }
    }

    private static double[] Crossings(IReadOnlyList<PixelPoint> corners, double height)
    {
        var crossings = new List<double>();
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Count]);
            if (a.Y <= height != b.Y <= height) crossings.Add(a.X + ((height - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
        }

        return [.. crossings.OrderBy(x => x)];
    }
}
