using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>A TIFF taken apart: what masking keeps of it, where its samples are, and the names of what is not kept.</summary>
internal sealed class TiffFile
{
    // All tables of T.81 together are some 3,000 bytes, and each strip or tile is decoded with them.
    private const int LongestTables = 1 << 14;

    private TiffFile(TiffDirectory directory)
    {
        IsLittleEndian = directory.IsLittleEndian;
        Layout = TiffLayoutReader.Read(directory);
        IsBitReversed = directory.Number(TiffTag.FillOrder, 1) == 2 && Layout.Compression != TiffCompression.Jpeg;
        Palette = TiffPalette.Read(directory, Layout);
        Metadata = new(directory, Layout);
        JpegTables = Layout.Compression == TiffCompression.Jpeg ? directory.Bytes(TiffTag.JpegTables) : null;
        if (JpegTables is { Length: > LongestTables }) throw Refusal.Unmaskable("This TIFF has longer JPEG tables than there can be.");
    }

    /// <summary>The order of the bytes of samples of 16 bits.</summary>
    public bool IsLittleEndian { get; }

    /// <summary>Whether the first bit of each compressed byte is its lowest (tag 266).</summary>
    public bool IsBitReversed { get; }

    public TiffLayout Layout { get; }

    /// <summary>The colours of the palette; empty if the colours do not go by one.</summary>
    public TiffPaletteColor[] Palette { get; }

    public TiffMetadata Metadata { get; }

    /// <summary>The tables that all strips or tiles share, as a JPEG stream without a picture; null without them.</summary>
    public byte[]? JpegTables { get; }

    /// <summary>Where each strip's or tile's bytes are, in the order of the file's list.</summary>
    public IReadOnlyList<(int Start, int Length)> Places { get; private set; } = [];

    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static TiffFile Read(ReadOnlySpan<byte> bytes)
    {
        var directory = TiffDirectory.Read(bytes);
        var file = new TiffFile(directory);
        file.Places = PlacesOf(directory, file.Layout, bytes.Length);
        if (LeavesGaps(bytes, [.. directory.Places, .. file.Places])) file.Metadata.Dropped.Add("bytes in no part of the picture");
        return file;
    }

    private static (int Start, int Length)[] PlacesOf(TiffDirectory directory, TiffLayout layout, int fileLength)
    {
        var (offsets, lengths) = layout.IsTiled
            ? (directory.Numbers(TiffTag.TileOffsets), directory.Numbers(TiffTag.TileByteCounts))
            : (directory.Numbers(TiffTag.StripOffsets), directory.Numbers(TiffTag.StripByteCounts));
        if (offsets is null || lengths is null) throw Refusal.Damaged("it does not say where its strips or tiles are");
        if (offsets.Length != layout.SegmentCount || lengths.Length != layout.SegmentCount)
            throw Refusal.Damaged("it has not as many strips or tiles as its size needs");

        var places = new (int, int)[offsets.Length];
        var total = 0L;
        for (var i = 0; i < places.Length; i++)
        {
            if (lengths[i] == 0 || offsets[i] > fileLength || lengths[i] > fileLength - offsets[i])
                throw Refusal.Damaged("a strip or tile is empty or lies outside the file");
            places[i] = ((int)offsets[i], (int)lengths[i]);
            total += lengths[i];
        }

        // Each is read by itself, so that a few bytes which all of them share would be read as often as there are strips.
        if (total > fileLength) throw Refusal.Damaged("its strips or tiles share their bytes");

        return places;
    }

    // One zero byte may stand before a part that must begin at an even place.
    private static bool LeavesGaps(ReadOnlySpan<byte> bytes, IEnumerable<(int Start, int Length)> places)
    {
        var end = 0;
        foreach (var (start, length) in places.OrderBy(place => place.Start))
        {
            if (start > end + 1 || (start == end + 1 && bytes[end] != 0)) return true;
            end = Math.Max(end, start + length);
        }

        return end < bytes.Length;
    }
}
