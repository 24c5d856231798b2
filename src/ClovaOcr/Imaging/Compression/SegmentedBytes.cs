using System;
using System.Collections.Generic;
using System.IO;

namespace ClovaOcr.Imaging.Compression;

/// <summary>Bytes whose number is not known before. They grow piece by piece, so that what is there is never copied to grow.</summary>
internal sealed class SegmentedBytes : Stream
{
    private const int SmallestSegment = 1 << 14;
    private const int LargestSegment = 1 << 18;

    private readonly List<byte[]> _full = [];
    private byte[] _last = new byte[SmallestSegment];
    private int _used;
    private long _length;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        while (bytes.Length > 0)
        {
            if (_used == _last.Length) AddSegment();
            var part = bytes[..Math.Min(bytes.Length, _last.Length - _used)];
            part.CopyTo(_last.AsSpan(_used));
            _used += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void WriteByte(byte value)
    {
        if (_used == _last.Length) AddSegment();
        _last[_used++] = value;
        _length++;
    }

    /// <summary>All of it in one array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[_length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes all of it to where it is to be in the end.</summary>
    public void CopyTo(Span<byte> place)
    {
        foreach (var segment in _full)
        {
            segment.CopyTo(place);
            place = place[segment.Length..];
        }

        _last.AsSpan(0, _used).CopyTo(place);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void AddSegment()
    {
        _full.Add(_last);
        (_last, _used) = (new byte[Math.Min(_last.Length * 2, LargestSegment)], 0);
    }
}
