using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Masks a JPEG without decoding its pixels: what is outside the mask keeps its very coefficients. A copy is sequential and of one scan,
/// whatever its source is.
/// </summary>
internal static class JpegMasker
{
    /// <summary>
    /// Pixels that a viewer's chroma upsampling can carry a block's colour past its edge; areas are grown by as much, so that the blocks
    /// that an area's own colour was mixed into are covered too.
    /// </summary>
    private const double UpsamplingReach = 2;

    /// <param name="source">The whole file.</param>
    /// <param name="areas">What must be covered, in stored pixels.</param>
    /// <param name="black">The samples of black, if the file that this picture is a part of says them; null for those of its own colours.</param>
    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas, IReadOnlyList<byte>? black = null)
    {
        var file = JpegFile.Read(source, black);
        var frame = file.Frame;
        var cover = CoverGrid.Cover(frame.Width, frame.Height, frame.McuWidth, frame.McuHeight, areas, UpsamplingReach);
        return new()
        {
            Bytes = Write(file, cover),
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

    /// <summary>A copy of a file with the cells of a grid covered, which are the MCUs of its frame.</summary>
    public static byte[] Write(JpegFile file, CoverGrid cover) => JpegWriter.Write(
        file, file.IsOneScan ? CoverOneScan(file, cover) : CoefficientScan.Cover(file, CoefficientReader.Read(file), cover));

    private static MaskedScan CoverOneScan(JpegFile file, CoverGrid cover)
    {
        var (masked, end) = JpegScan.Cover(file, cover);
        return !file.GoToNextScan(end) ? masked : throw Refusal.Damaged("a scan repeats a part of another");
    }
}
