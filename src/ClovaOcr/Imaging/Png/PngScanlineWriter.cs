using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Filters and deflates rows, by nothing but what they hold.</summary>
internal sealed class PngScanlineWriter : IDisposable
{
    private readonly PngHeader _header;
    private readonly ZlibWriter _zlib = new();
    private readonly bool _filters;
    private readonly PngRowFilter _rows;

    /// <param name="header">The header of the picture that is written.</param>
    public PngScanlineWriter(PngHeader header)
    {
        _header = header;
        _filters = header.BitDepth >= 8 && header.Color != PngColor.Palette;
        _rows = new(header.FilterStep, header.RowBytes(header.Width));
    }

    /// <summary>Writes the next row.</summary>
    /// <param name="line">Which one that is.</param>
    /// <param name="samples">Its samples.</param>
    public void Write(PngScanline line, ReadOnlySpan<byte> samples)
    {
        var row = _rows.Begin(line.IsFirst, samples.Length);
        samples.CopyTo(row);
        ClearPadding(row, line.Width);
        _zlib.Write(_filters ? _rows.Choose() : _rows.Leave());
    }

    /// <summary>The data of an IDAT chunk, once all rows are written.</summary>
    public SegmentedBytes Finish() => _zlib.Finish();

    /// <inheritdoc/>
    public void Dispose() => _zlib.Dispose();

    // What stands in a row's last byte behind its last pixel is no part of the picture (7.2), but could say something.
    private void ClearPadding(Span<byte> row, int width)
    {
        var unused = (int)(((long)row.Length * 8) - ((long)width * _header.BitsPerPixel));
        row[^1] = (byte)(row[^1] >> unused << unused);
    }
}
