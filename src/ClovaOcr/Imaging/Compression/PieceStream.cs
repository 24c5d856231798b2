using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Imaging.Compression;

/// <summary>Pieces of a file that are read as if one stood behind the other, without a copy of them.</summary>
internal sealed class PieceStream : Stream
{
    private readonly IReadOnlyList<ArraySegment<byte>> _pieces;
    private int _piece;
    private int _offset;
    private long _left;

    public PieceStream(IReadOnlyList<ArraySegment<byte>> pieces)
    {
        _pieces = pieces;
        Length = _left = pieces.Sum(piece => (long)piece.Count);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Ends the stream so many bytes before its end.</summary>
    /// <returns>The bytes that were cut off.</returns>
    public byte[] CutTail(int count)
    {
        var tail = new byte[count];
        var place = count;
        for (var i = _pieces.Count - 1; place > 0; i--)
            for (var j = _pieces[i].Count - 1; j >= 0 && place > 0; j--) tail[--place] = _pieces[i].AsSpan()[j];
        _left -= count;
        return tail;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_piece < _pieces.Count && _offset == _pieces[_piece].Count) (_piece, _offset) = (_piece + 1, 0);
        if (_piece == _pieces.Count || _left == 0) return 0;
        count = (int)Math.Min(Math.Min(count, _left), _pieces[_piece].Count - _offset);
        _pieces[_piece].AsSpan().Slice(_offset, count).CopyTo(buffer.AsSpan(offset));
        _offset += count;
        _left -= count;
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
