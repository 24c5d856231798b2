using System;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes a zlib stream.</summary>
internal sealed class DeflateWriter(ByteSink sink) : ITiffLineWriter, IDisposable
{
    private readonly ZlibWriter _zlib = new();

    public void Write(ReadOnlySpan<byte> line) => _zlib.Write(line.ToArray(), line.Length);

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
