using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Png;

/// <summary>Steps through a file's chunks (PNG, third edition, 5.3), checking each one's CRC.</summary>
internal ref struct PngChunkReader
{
    private const int SignatureLength = 8;
    private const int ChecksumLength = 4;
    private const int Overhead = 12;

    private readonly ReadOnlySpan<byte> _file;

    /// <param name="file">The whole file; its signature is that of a PNG.</param>
    public PngChunkReader(ReadOnlySpan<byte> file)
    {
        _file = file;
        Position = SignatureLength;
    }

    /// <summary>The first byte after the present chunk.</summary>
    public int Position { get; private set; }

    public uint Type { get; private set; }

    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Where in the file <see cref="Data"/> begins.</summary>
    public readonly int DataStart => Position - Data.Length - ChecksumLength;

    /// <summary>Goes to the next chunk. The file must hold one: its end is an error.</summary>
    public void Next()
    {
        var rest = _file[Math.Min(Position, _file.Length)..];
        if (rest.Length < Overhead) throw Refusal.Damaged("the file ends too early");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Overhead) throw Refusal.Damaged("the file ends within a chunk");

        Type = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
        Data = rest.Slice(8, (int)length);
        if (Crc32.Of(rest.Slice(4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
            throw Refusal.Damaged("a chunk's checksum is wrong");
        Position += Overhead + (int)length;
    }
}
