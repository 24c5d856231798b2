using System;
using System.IO;
using System.IO.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Inflates a zlib stream of a PNG for the proof, and knows afterwards whether the stream held anything else.</summary>
internal sealed class PngInflater : IDisposable
{
    private const int HeaderLength = 2;
    private const int ChecksumLength = 4;

    private readonly PngDataStream _compressed;
    private readonly DeflateStream _inflated;
    private ulong _low = 1;
    private ulong _high;

    private PngInflater(PngDataStream compressed)
    {
        _compressed = compressed;
        if (compressed.Length < HeaderLength + ChecksumLength + 1) throw Refusal.Damaged("a PNG decoder finds too few compressed data");
        Header = (compressed.ReadByte() << 8) | compressed.ReadByte();
        _inflated = new(compressed, CompressionMode.Decompress);
    }

    /// <summary>The two bytes before the data.</summary>
    public int Header { get; }

    /// <summary>The pixels: the data of all IDAT chunks from the first one on.</summary>
    public static PngInflater OfPixels(byte[] file, int start, long length) => new(new(file, start, length));

    /// <summary>A part of one chunk.</summary>
    public static PngInflater OfPart(ReadOnlySpan<byte> zlib) => new(PngDataStream.OfPart(zlib));

    /// <summary>Reads so many bytes; false if there are fewer.</summary>
    public bool Fill(byte[] buffer, int count) => Read(buffer, count) == count;

    /// <summary>Reads so many bytes, or all that there are.</summary>
    public int Read(byte[] buffer, int count)
    {
        var filled = 0;
        try
        {
            for (int read; filled < count && (read = _inflated.Read(buffer, filled, count - filled)) > 0;) filled += read;
        }
        catch (InvalidDataException problem)
        {
            throw Refusal.Damaged("a PNG decoder cannot inflate it", problem);
        }

        AddToChecksum(buffer.AsSpan(0, filled));
        return filled;
    }

    /// <summary>
    /// Whether nothing is left but the checksum of what was read: no more data, no byte after them, and the header that copies have.
    /// </summary>
    public bool IsAll()
    {
        if (Header != 0x789C || Read(new byte[1], 1) != 0 || _compressed.Left != ChecksumLength) return false;
        ulong stated = 0;
        for (var i = 0; i < ChecksumLength; i++) stated = (stated << 8) | (uint)_compressed.ReadByte();
        return stated == ((_high << 16) | _low);
    }

    /// <inheritdoc/>
    public void Dispose() => _inflated.Dispose();

    private void AddToChecksum(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (_low, _high);
        for (var i = 0; i < bytes.Length; i++)
        {
            low += bytes[i];
            high += low;
            if (i % 65536 == 0) (low, high) = (low % 65521, high % 65521);
        }

        (_low, _high) = (low % 65521, high % 65521);
    }
}
