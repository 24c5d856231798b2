using System.Collections.Generic;

namespace ClovaOcr.Imaging;

/// <summary>A masked copy that passed its check, and what was done to make it.</summary>
public sealed record MaskedPicture
{
    /// <summary>The name, among what is kept, of colours that pixels have though they are not seen at all.</summary>
    internal const string ColorsNotSeen = "colours of transparent pixels";

    /// <summary>The copy, a whole file of the source's format.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>The format of source and copy.</summary>
    public required ImageFormat Format { get; init; }

    /// <summary>The stored width in pixels, of source and copy.</summary>
    public required int Width { get; init; }

    /// <summary>The stored height in pixels, of source and copy.</summary>
    public required int Height { get; init; }

    /// <summary>How the stored pixels of source and copy are to be shown.</summary>
    public required Orientation Orientation { get; init; }

    /// <summary>The width in pixels of the cells that are covered as a whole: an MCU of a JPEG, 8 in a PNG or TIFF.</summary>
    public required int CellWidth { get; init; }

    /// <summary>The height in pixels of the cells that are covered as a whole.</summary>
    public required int CellHeight { get; init; }

    /// <summary>All covered pixels, in stored pixels; the rectangles do not overlap. Every pixel outside them is the source's.</summary>
    public required IReadOnlyList<PixelRectangle> Covered { get; init; }

    /// <summary>What was kept beside the pixels, such as <c>orientation</c>.</summary>
    public required IReadOnlyCollection<string> Kept { get; init; }

    /// <summary>What the source had beside its pixels and the copy has not, such as <c>EXIF</c>. Names, never contents.</summary>
    public required IReadOnlyCollection<string> Dropped { get; init; }
}
