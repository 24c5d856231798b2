using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Png;

/// <summary>Masks a PNG on its stored samples; filters, compression and palette are made anew from what is left.</summary>
internal static class PngMasker
{
    /// <summary>
    /// Pixels of a cell's sides. A PNG has no blocks of its own, but is often a JPEG saved again, and then its pixels carry traces of
    /// each other within the JPEG's blocks of 8 by 8.
    /// </summary>
    private const int CellSize = 8;

    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas)
    {
        var file = PngFile.Read(source);
        var header = file.Header;
        var cover = CoverGrid.Cover(header.Width, header.Height, CellSize, CellSize, areas, grow: 0);
        return new()
        {
            Bytes = header.Color == PngColor.Palette ? PngPaletteCover.Write(file, cover) : PngSampleCover.Write(file, cover),
            Format = ImageFormat.Png,
            Width = header.Width,
            Height = header.Height,
            Orientation = file.Metadata.Orientation,
            CellWidth = CellSize,
            CellHeight = CellSize,
            Covered = cover.Rectangles(),
            Kept = [.. file.Metadata.Kept],
            Dropped = [.. file.Metadata.Dropped],
        };
    }
}
