using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes a zlib stream.</summary>
internal sealed class DeflateWriter(SegmentedBytes sink) : ITiffLineWriter, IDisposable
{
    private readonly ZlibWriter _zlib = new();
    private byte[] _line = [];

    public void Write(ReadOnlySpan<byte> line)
    {
        if (_line.Length != line.Length) _line = new byte[line.Length];
        line.CopyTo(_line);
        _zlib.Write(new(_line));
    }

    public void Finish()
    {
        var finished = _zlib.Finish();
        var bytes = new byte[finished.Length];
        finished.CopyTo(bytes);
        sink.Write(bytes);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _zlib.Dispose();
}
