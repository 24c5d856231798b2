using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Writes a zlib stream (RFC 1950).</summary>
internal sealed class ZlibWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly DeflateStream _deflated;
    private Adler32 _checksum = new();

    public ZlibWriter()
    {
        // Method 8 with a window of 32 KiB, the default level, and their check.
        _bytes.WriteByte(0x78);
        _bytes.WriteByte(0x9C);
        _deflated = new(_bytes, CompressionLevel.Optimal, leaveOpen: true);
    }

    public void Write(byte[] bytes)
    {
        _deflated.Write(bytes, 0, bytes.Length);
        _checksum.Add(bytes);
    }

    public byte[] Finish()
    {
        _deflated.Dispose();
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, _checksum.Value);
        _bytes.Write(checksum, 0, checksum.Length);
        return _bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _deflated.Dispose();
}
