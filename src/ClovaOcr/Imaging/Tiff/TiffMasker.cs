using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Masks a TIFF on its stored samples; compression, palette and directory are made anew from what is left.</summary>
internal static class TiffMasker
{
    /// <summary>Pixels that a viewer can carry a shared pair of colours past its pixels.</summary>
    private const double SharedColorReach = 2;

    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas)
    {
        var file = TiffFile.Read(source);
        var layout = file.Layout;
        RefuseOtherPictures(layout);
        if (layout.Compression == TiffCompression.Jpeg)
        {
            var jpegs = new TiffJpegCover(file, source);
            var blocks = CoverGrid.Cover(layout.Width, layout.Height, jpegs.CellWidth, jpegs.CellHeight, areas, SharedColorReach);
            return Masked(file, blocks, jpegs.Write(blocks));
        }

        var reach = layout.IsInUnits ? SharedColorReach : 0;
        var cover = CoverGrid.Cover(layout.Width, layout.Height, CoverGrid.SampleCell, CoverGrid.SampleCell, areas, reach);
        return Masked(file, cover, layout.Color == TiffColor.Palette
            ? TiffPaletteCover.Write(file, source, cover)
            : TiffSampleCover.Write(file, source, cover));
    }

    // Tag 338: 1 and 2 are alpha. What is none is seen by nobody, and could show elsewhere what is covered here.
    private static void RefuseOtherPictures(TiffLayout layout)
    {
        if (layout.ExtraSamples is not ([] or [1 or 2]))
            throw Refusal.Unmaskable("This TIFF has samples beside its colours that are no alpha, or several, which could be another picture.");
        if (layout.Compression == TiffCompression.Jpeg && layout.ExtraSamples.Length > 0)
            throw Refusal.Unmaskable("This TIFF has alpha in its JPEGs, which is not masked.");
    }

    private static MaskedPicture Masked(TiffFile file, CoverGrid cover, byte[] bytes) => new()
    {
        Bytes = bytes,
        Format = ImageFormat.Tiff,
        Width = cover.Width,
        Height = cover.Height,
        Orientation = file.Metadata.Orientation,
        CellWidth = cover.CellWidth,
        CellHeight = cover.CellHeight,
        Covered = cover.Rectangles(),
        Kept = [.. file.Metadata.Kept],
        Dropped = [.. file.Metadata.Dropped],
    };
}
