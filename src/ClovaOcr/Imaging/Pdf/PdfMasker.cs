using System;
using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Masks the picture of a scan and writes a new PDF around it, whose page shows it in the same place.</summary>
internal static class PdfMasker
{
    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas)
    {
        var scan = PdfScan.Read(source);
        var image = scan.Image;
        var kept = new SortedSet<string>(StringComparer.Ordinal) { "page size" };
        var dropped = new SortedSet<string>(scan.Dropped, StringComparer.Ordinal);
        if (!scan.Placement.Orientation.IsUpright) kept.Add("orientation");
        if (image.Color.Profile is { } profile) kept.Add($"ICC profile {profile.Name}");

        PdfCopy copy;
        MaskedPicture? inner = null;
        IReadOnlyList<PixelRectangle> covered;
        if (image.Coding == PdfJpeg.Name)
        {
            (copy, inner) = PdfJpeg.Cover(image, areas);
            covered = inner.Covered;
            kept.UnionWith(inner.Kept);
            dropped.UnionWith(inner.Dropped);
        }
        else
        {
            var cover = CoverGrid.Cover(image.Width, image.Height, CoverGrid.SampleCell, CoverGrid.SampleCell, areas, grow: 0);
            var samples = PdfSamples.Read(image);
            copy = image.Color.IsIndexed ? PdfPaletteCover.Cover(image, samples, cover) : PdfSampleCover.Cover(image, samples, cover);
            covered = cover.Rectangles();
        }

        return new()
        {
            Bytes = PdfWriter.Write(copy, scan.Placement),
            Format = ImageFormat.Pdf,
            Width = image.Width,
            Height = image.Height,
            Orientation = scan.Placement.Orientation,
            CellWidth = inner?.CellWidth ?? CoverGrid.SampleCell,
            CellHeight = inner?.CellHeight ?? CoverGrid.SampleCell,
            Covered = covered,
            Kept = [.. kept],
            Dropped = [.. dropped],
        };
    }
}
