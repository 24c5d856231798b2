using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>How a TIFF's samples are stored: everything that a reader must know before the first of them, and nothing else.</summary>
internal sealed record TiffLayout
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required TiffColor Color { get; init; }

    /// <summary>Bits of every sample, or of a palette's index: 1, 2, 4, 8 or 16.</summary>
    public required int Bits { get; init; }

    /// <summary>Samples of a pixel, those beside its colour included.</summary>
    public required int Samples { get; init; }

    /// <summary>What each sample after those of the colour is (tag 338).</summary>
    public required int[] ExtraSamples { get; init; }

    /// <summary>Whether each sample has strips or tiles of its own.</summary>
    public required bool IsPlanar { get; init; }

    public required TiffCompression Compression { get; init; }

    /// <summary>Whether samples are stored as differences to the pixel before (TIFF 6.0, 14).</summary>
    public required bool IsPredicted { get; init; }

    /// <summary>T4Options or T6Options, for CCITT only.</summary>
    public required int FaxOptions { get; init; }

    public required bool IsTiled { get; init; }

    /// <summary>Columns of a tile; of a strip, the picture's.</summary>
    public required int SegmentWidth { get; init; }

    /// <summary>Rows of a tile, or of every strip but the last.</summary>
    public required int SegmentHeight { get; init; }

    /// <summary>Pixels across and down that share a pair of colour samples; both 1 unless the colours are YCbCr.</summary>
    public required (int Across, int Down) Subsampling { get; init; }

    public int Planes => IsPlanar ? Samples : 1;

    /// <summary>Samples of a pixel that stand side by side.</summary>
    public int SamplesTogether => IsPlanar ? 1 : Samples;

    public int ColorSamples => Samples - ExtraSamples.Length;

    /// <summary>Whether pixels are stored in units of several, all their brightness and then one pair of colours (TIFF 6.0, 21).</summary>
    public bool IsInUnits => Compression != TiffCompression.Jpeg && Subsampling != (1, 1);

    /// <summary>Rows of the picture that are stored side by side in one line.</summary>
    public int RowsInLine => IsInUnits ? Subsampling.Down : 1;

    public int SegmentsAcross => Divide(Width, SegmentWidth);

    public int SegmentsDown => Divide(Height, SegmentHeight);

    public int SegmentCount => Planes * SegmentsAcross * SegmentsDown;

    /// <summary>All strips or tiles in the order of the file's list.</summary>
    public IEnumerable<TiffSegment> Segments()
    {
        for (var plane = 0; plane < Planes; plane++)
            for (var top = 0; top < Height; top += SegmentHeight)
                for (var left = 0; left < Width; left += SegmentWidth) yield return SegmentAt(plane, left, top);
    }

    public TiffSegment SegmentAt(int plane, int left, int top) =>
        new(plane, left, top, SegmentWidth, IsTiled ? SegmentHeight : Math.Min(SegmentHeight, Height - top));

    /// <summary>A strip's or tile's place in the file's list.</summary>
    public int IndexOf(TiffSegment segment) =>
        (((segment.Plane * SegmentsDown) + (segment.Top / SegmentHeight)) * SegmentsAcross) + (segment.Left / SegmentWidth);

    /// <summary>Bytes of a line of this many columns, the last one filled up.</summary>
    public long LineBytes(int columns) => IsInUnits
        ? (long)Divide(columns, Subsampling.Across) * UnitBytes
        : (((long)columns * SamplesTogether * Bits) + 7) / 8;

    /// <summary>Bytes of a unit of pixels that share a pair of colours.</summary>
    public int UnitBytes => (Subsampling.Across * Subsampling.Down) + 2;

    public int LinesIn(TiffSegment segment) => Divide(segment.Height, RowsInLine);

    private static int Divide(int whole, int part) => (int)(((long)whole + part - 1) / part);
}
