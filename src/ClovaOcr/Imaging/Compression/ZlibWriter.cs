using System;
using System.Buffers.Binary;
using System.IO.Compression;

namespace ClovaOcr.Imaging.Compression;

/// <summary>Writes a zlib stream (RFC 1950).</summary>
internal sealed class ZlibWriter : IDisposable
{
    private readonly SegmentedBytes _bytes = new();
    private readonly DeflateStream _deflated;
    private Adler32 _checksum = new();

    public ZlibWriter()
    {
        // Method 8 with a window of 32 KiB, the default level, and their check.
        _bytes.Write([0x78, 0x9C], 0, 2);
        _deflated = new(_bytes, CompressionLevel.Optimal, leaveOpen: true);
    }

    public void Write(ArraySegment<byte> bytes)
    {
        _deflated.Write(bytes.Array, bytes.Offset, bytes.Count);
        _checksum.Add(bytes);
    }

    public SegmentedBytes Finish()
    {
        _deflated.Dispose();
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, _checksum.Value);
        _bytes.Write(checksum, 0, checksum.Length);
        return _bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _deflated.Dispose();
}
