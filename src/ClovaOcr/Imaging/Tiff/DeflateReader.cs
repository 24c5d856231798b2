using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Reads a zlib stream (TIFF's technical note 3 of 2002, Deflate).</summary>
internal sealed class DeflateReader : ITiffLineReader
{
    private readonly ZlibReader _zlib;
    private byte[] _line = [];

    /// <param name="data">The stream.</param>
    /// <param name="length">Bytes that it should hold.</param>
    public DeflateReader(ArraySegment<byte> data, long length)
    {
        _zlib = new([data]);
        if (!_zlib.CanHold(length)) throw Refusal.Damaged("it has less data than pixels");
    }

    public void Read(Span<byte> line)
    {
        if (_line.Length != line.Length) _line = new byte[line.Length];
        _zlib.Read(_line, 0, _line.Length);
        _line.CopyTo(line);
    }

    /// <inheritdoc/>
    public void Dispose() => _zlib.Dispose();
}
