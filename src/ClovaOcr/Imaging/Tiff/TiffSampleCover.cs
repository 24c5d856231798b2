using System;
using System.Buffers.Binary;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Covers a picture of gray or colour samples with black, line by line; what lies past the picture's edge becomes zeros.</summary>
internal sealed class TiffSampleCover
{
    private readonly TiffFile _file;
    private readonly TiffLayout _layout;
    private readonly CoverGrid _cover;
    private readonly int[] _black;
    private bool _hidesColors;

    private TiffSampleCover(TiffFile file, CoverGrid cover)
    {
        (_file, _layout, _cover) = (file, file.Layout, cover);
        _black = TiffBlack.Of(_layout);
    }

    public static byte[] Write(TiffFile file, byte[] source, CoverGrid cover)
    {
        using var writer = new TiffWriter();
        var covering = new TiffSampleCover(file, cover);
        foreach (var segment in file.Layout.Segments()) covering.CopySegment(source, segment, writer.BeginSegment());
        if (covering._hidesColors) file.Metadata.Kept.Add(MaskedPicture.ColorsNotSeen);
        return writer.Finish(file.Layout, [], file.Metadata);
    }

    private void CopySegment(byte[] source, TiffSegment segment, SegmentedBytes sink)
    {
        using var reader = new TiffSegmentReader(_file, source, segment);
        var writer = new TiffSegmentWriter(_layout, sink, segment);
        var line = new byte[_layout.LineBytes(segment.Width)];
        for (var row = segment.Top; row < segment.Top + segment.Height; row += _layout.RowsInLine)
        {
            reader.Read(line);
            if (row >= _layout.Height) Array.Clear(line, 0, line.Length);
            else if (_layout.IsInUnits) CoverUnits(line, segment, row);
            else CoverPixels(line, segment, row);
            writer.Write(line);
        }

        writer.Finish();
    }

    private void CoverPixels(Span<byte> line, TiffSegment segment, int row)
    {
        foreach (var span in _cover.PixelsOf(row))
        {
            var (first, end) = (Math.Max(span.First, segment.Left), Math.Min(span.End, segment.Left + segment.Width));
            for (var x = first; x < end; x++) SetPixel(line, x - segment.Left, segment.Plane);
        }

        var columns = Math.Min(segment.Width, _layout.Width - segment.Left);
        ClearFrom(line, columns);
        if (_layout.ExtraSamples.Length > 0) _hidesColors = _hidesColors || HidesColors(line, columns, segment.Plane);
    }

    // Whether pixels that are not seen at all have a colour nevertheless; of planes, where alpha is by itself, whether there are any.
    private bool HidesColors(ReadOnlySpan<byte> line, int columns, int plane)
    {
        if (_layout.IsPlanar && plane < _layout.ColorSamples) return false;
        var together = _layout.SamplesTogether;
        for (var x = 0; x < columns; x++)
        {
            if (!IsZero(line, ((x + 1) * together) - 1)) continue;
            if (_layout.IsPlanar) return true;
            for (var i = 0; i < together - 1; i++)
                if (!IsZero(line, (x * together) + i)) return true;
        }

        return false;
    }

    private bool IsZero(ReadOnlySpan<byte> line, int place) => _layout.Bits == 16
        ? (line[place * 2] | line[(place * 2) + 1]) == 0
        : PackedSamples.Get(line, place, _layout.Bits) == 0;

    private void SetPixel(Span<byte> line, int column, int plane)
    {
        var together = _layout.SamplesTogether;
        for (var i = 0; i < together; i++)
        {
            var (place, value) = ((column * together) + i, _black[plane + i]);
            if (_layout.Bits == 16) BinaryPrimitives.WriteUInt16LittleEndian(line[(place * 2)..], (ushort)value);
            else PackedSamples.Set(line, place, _layout.Bits, value);
        }
    }

    // The columns past the picture's edge, and the bits that fill up the last byte.
    private void ClearFrom(Span<byte> line, int column)
    {
        var bits = (long)column * _layout.SamplesTogether * _layout.Bits;
        var place = (int)(bits / 8);
        if (bits % 8 != 0) line[place++] &= (byte)(0xFF00 >> (int)(bits % 8));
        line[place..].Clear();
    }

    // Cells are of 8 by 8 pixels and units of at most 4 by 4, so that a unit is covered as a whole or not at all.
    private void CoverUnits(Span<byte> line, TiffSegment segment, int row)
    {
        var (across, down) = _layout.Subsampling;
        var covered = _cover.PixelsOf(row);
        for (var x = segment.Left; line.Length > 0; x += across)
        {
            var unit = line[.._layout.UnitBytes];
            line = line[_layout.UnitBytes..];
            if (x >= _layout.Width)
            {
                unit.Clear();
            }
            else if (Array.Exists(covered, span => span.First <= x && x < span.End))
            {
                unit[..(across * down)].Fill((byte)_black[0]);
                (unit[across * down], unit[(across * down) + 1]) = ((byte)_black[1], (byte)_black[2]);
            }

            ClearOutside(unit[..(across * down)], x, row);
        }
    }

    private void ClearOutside(Span<byte> brightness, int left, int top)
    {
        var (across, down) = _layout.Subsampling;
        if (left + across <= _layout.Width && top + down <= _layout.Height) return;
        for (var i = 0; i < brightness.Length; i++)
            if (left + (i % across) >= _layout.Width || top + (i / across) >= _layout.Height) brightness[i] = 0;
    }
}
