using System;
using System.Collections.Generic;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Reads a picture's samples as they are stored, row after row and pass after pass, and undoes the row filters.</summary>
internal sealed class PngScanlineReader : IDisposable
{
    private readonly PngHeader _header;
    private readonly ZlibReader _zlib;
    private byte[] _row;
    private byte[] _above;

    /// <param name="header">The picture's header, of a size that is decoded.</param>
    /// <param name="zlib">The data of its IDAT chunks.</param>
    public PngScanlineReader(PngHeader header, IReadOnlyList<ArraySegment<byte>> zlib)
    {
        _header = header;
        _zlib = new ZlibReader(zlib);
        if (!_zlib.CanHold(header.TotalBytes)) throw Refusal.Damaged("it has less data than pixels");
        (_row, _above) = (new byte[header.RowBytes(header.Width) + 1], new byte[header.RowBytes(header.Width) + 1]);
    }

    /// <summary>Reads the next row.</summary>
    /// <param name="line">Which one that is.</param>
    /// <returns>Its samples, until the next is read; not to be changed.</returns>
    public ReadOnlySpan<byte> Read(PngScanline line)
    {
        (_row, _above) = (_above, _row);
        if (line.IsFirst) Array.Clear(_above, 0, _above.Length);
        var length = _header.RowBytes(line.Width);
        _zlib.Read(_row, 0, length + 1);
        PngFilter.Undo(_row[0], _row.AsSpan(1, length), _above.AsSpan(1, length), _header.FilterStep);
        return _row.AsSpan(1, length);
    }

    /// <summary>Checks that no data are left when all rows are read.</summary>
    public void Finish() => _zlib.Finish();

    /// <inheritdoc/>
    public void Dispose() => _zlib.Dispose();
}
