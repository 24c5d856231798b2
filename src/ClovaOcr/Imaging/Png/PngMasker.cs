using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Png;

/// <summary>Masks a PNG on its stored samples; filters, compression and palette are made anew from what is left.</summary>
internal static class PngMasker
{
    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas)
    {
        var file = PngFile.Read(source);
        var header = file.Header;
        var cover = CoverGrid.Cover(header.Width, header.Height, CoverGrid.SampleCell, CoverGrid.SampleCell, areas, grow: 0);
        return new()
        {
            Bytes = header.Color == PngColor.Palette ? PngPaletteCover.Write(file, cover) : PngSampleCover.Write(file, cover),
            Format = ImageFormat.Png,
            Width = header.Width,
            Height = header.Height,
            Orientation = file.Metadata.Orientation,
            CellWidth = CoverGrid.SampleCell,
            CellHeight = CoverGrid.SampleCell,
            Covered = cover.Rectangles(),
            Kept = [.. file.Metadata.Kept],
            Dropped = [.. file.Metadata.Dropped],
        };
    }
}
