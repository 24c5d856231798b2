using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Filters and deflates rows, by nothing but what they hold.</summary>
internal sealed class PngScanlineWriter : IDisposable
{
    private readonly PngHeader _header;
    private readonly ZlibWriter _zlib = new();
    private readonly bool _filters;
    private byte[] _row;
    private byte[] _above;
    private byte[] _best;
    private byte[] _trial;

    /// <param name="header">The header of the picture that is written.</param>
    public PngScanlineWriter(PngHeader header)
    {
        _header = header;
        _filters = header.BitDepth >= 8 && header.Color != PngColor.Palette;
        var length = header.RowBytes(header.Width);
        (_row, _above, _best, _trial) = (new byte[length], new byte[length], new byte[length + 1], new byte[length + 1]);
    }

    /// <summary>Writes the next row.</summary>
    /// <param name="line">Which one that is.</param>
    /// <param name="samples">Its samples.</param>
    public void Write(PngScanline line, ReadOnlySpan<byte> samples)
    {
        (_row, _above) = (_above, _row);
        if (line.IsFirst) Array.Clear(_above, 0, _above.Length);
        var row = _row.AsSpan(0, samples.Length);
        samples.CopyTo(row);
        ClearPadding(row, line.Width);
        if (_filters) PngFilter.Choose(row, _above.AsSpan(0, row.Length), _header.FilterStep, ref _best, ref _trial);
        else PngFilter.Leave(row, _best);
        _zlib.Write(_best, row.Length + 1);
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
