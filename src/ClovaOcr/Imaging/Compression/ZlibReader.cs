using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace ClovaOcr.Imaging.Compression;

/// <summary>Reads a zlib stream whose length is known before (RFC 1950).</summary>
internal sealed class ZlibReader : IDisposable
{
    private const int HeaderLength = 2;
    private const int ChecksumLength = 4;

    /// <summary>The most bytes that one of deflated data can hold: 258 for two bits (RFC 1951, 3.2.5).</summary>
    public const int BestRatio = 1032;

    private readonly long _length;
    private readonly byte[] _statedChecksum;
    private readonly DeflateStream _inflated;
    private Adler32 _checksum = new();

    /// <param name="pieces">The stream, in pieces that follow each other.</param>
    public ZlibReader(IReadOnlyList<ArraySegment<byte>> pieces)
    {
        var stream = new PieceStream(pieces);
        _length = stream.Length;
        var header = new byte[HeaderLength];
        var isLongEnough = _length > HeaderLength + ChecksumLength;
        for (var read = 0; isLongEnough && read < HeaderLength;) read += stream.Read(header, read, HeaderLength - read);

        // Method 8, a window of at most 32 KiB, no dictionary, and a check of the two bytes by 31.
        var isValid = (header[0] & 15) == 8 && header[0] >> 4 <= 7 && (header[1] & 0x20) == 0 && ((header[0] << 8) | header[1]) % 31 == 0;
        if (!isValid) throw Refusal.Damaged("its compressed data do not begin as they should");
        _statedChecksum = stream.CutTail(ChecksumLength);
        _inflated = new(stream, CompressionMode.Decompress);
    }

    /// <summary>Whether data of this length could be in the stream at all; asked before memory is taken for them.</summary>
    public bool CanHold(long length) => length <= _length * BestRatio;

    /// <summary>Fills a part of the buffer.</summary>
    public void Read(byte[] buffer, int offset, int count)
    {
        var start = offset;
        for (var end = offset + count; offset < end;)
        {
            var read = ReadSome(buffer, offset, end - offset);
            if (read == 0) throw Refusal.Damaged("its compressed data end too early");
            offset += read;
        }

        _checksum.Add(buffer.AsSpan(start, count));
    }

    /// <summary>Reads what there is, up to a length.</summary>
    public byte[] ReadUpTo(int maximum)
    {
        var buffer = new byte[maximum];
        var length = 0;
        for (int read; length < maximum && (read = ReadSome(buffer, length, maximum - length)) > 0;) length += read;
        var bytes = buffer.AsSpan(0, length).ToArray();
        _checksum.Add(bytes);
        return bytes;
    }

    /// <summary>Checks that nothing is left, and the checksum of all that was read.</summary>
    public void Finish()
    {
        if (ReadSome(new byte[1], 0, 1) != 0) throw Refusal.Damaged("it has more compressed data than pixels");
        if (BinaryPrimitives.ReadUInt32BigEndian(_statedChecksum) != _checksum.Value)
            throw Refusal.Damaged("the checksum of its compressed data is wrong");
    }

    /// <inheritdoc/>
    public void Dispose() => _inflated.Dispose();

    private int ReadSome(byte[] buffer, int offset, int count)
    {
        try
        {
            return _inflated.Read(buffer, offset, count);
        }
        catch (InvalidDataException problem)
        {
            throw Refusal.Damaged("its compressed data are not valid", problem);
        }
    }
}
