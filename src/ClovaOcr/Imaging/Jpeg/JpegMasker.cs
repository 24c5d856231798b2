using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Masks a sequential JPEG without decoding its pixels: what is outside the mask keeps its very coefficients.</summary>
internal static class JpegMasker
{
    /// <summary>
    /// Pixels that a viewer's chroma upsampling can carry a block's colour past its edge; areas are grown by as much, so that the blocks
    /// that an area's own colour was mixed into are covered too.
    /// </summary>
    private const double UpsamplingReach = 2;

    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas)
    {
        var file = JpegFile.Read(source);
        var frame = file.Frame;
        var cover = CoverGrid.Cover(frame.Width, frame.Height, frame.McuWidth, frame.McuHeight, areas, UpsamplingReach);
        var (symbols, scanEnd) = JpegScan.Cover(file, cover, new JpegFill(file));
        TakeEnd(file, scanEnd);
        return new()
        {
            Bytes = JpegWriter.Write(file, symbols),
            Format = ImageFormat.Jpeg,
            Width = frame.Width,
            Height = frame.Height,
            Orientation = file.Metadata.Orientation,
            CellWidth = frame.McuWidth,
            CellHeight = frame.McuHeight,
            Covered = cover.Rectangles(),
            Kept = [.. file.Metadata.Kept],
            Dropped = [.. file.Metadata.Dropped],
        };
    }

    // Whatever follows the end of the picture, such as the other pictures of an MPO file, is none of the picture.
    private static void TakeEnd(JpegFile file, int scanEnd)
    {
        var reader = new JpegSegmentReader(file.Bytes, scanEnd);
        reader.Next();
        switch (reader.Marker)
        {
            case JpegMarker.EndOfImage:
                if (reader.Position < file.Bytes.Length) file.Metadata.Dropped.Add("bytes after the picture");
                return;
            case JpegMarker.NumberOfLines:
                throw Refusal.Unmaskable("This JPEG tells its height after the picture (DNL), which is not masked.");
            case JpegMarker.StartOfScan or JpegMarker.HuffmanTables or JpegMarker.QuantizationTables:
                throw Refusal.Unmaskable("This JPEG has several scans, which is not masked yet.");
            default:
                throw Refusal.Damaged("the end of its picture is missing");
        }
    }
}
