using System;
using System.IO;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// The data of consecutive chunks, stepping over what is between them. Its last bytes come one at a time, so that it is known how many an
/// inflater needed.
/// </summary>
internal sealed class PngDataStream : Stream
{
    private const int Single = 64;
    private const int ChecksumLength = 4;
    private const int HeaderLength = 8;

    private readonly byte[] _file;
    private int _position;
    private int _leftInChunk;

    /// <param name="file">The whole file, whose chunks are sound.</param>
    /// <param name="start">Where the first chunk begins.</param>
    /// <param name="length">Bytes of data in it and in those that follow it.</param>
    public PngDataStream(byte[] file, int start, long length)
    {
        (_file, _position, Length, Left) = (file, start, length, length);
        if (length > 0) OpenChunk();
    }

    private PngDataStream(byte[] part) => (_file, _leftInChunk, Length, Left) = (part, part.Length, part.Length, part.Length);

    /// <summary>Bytes that were not asked for yet.</summary>
    public long Left { get; private set; }

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
        get => Length - Left;
        set => throw new NotSupportedException();
    }

    /// <summary>Data that stand by themselves.</summary>
    public static PngDataStream OfPart(ReadOnlySpan<byte> data) => new(data.ToArray());

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Left == 0 || count == 0) return 0;
        while (_leftInChunk == 0)
        {
            _position += ChecksumLength;
            OpenChunk();
        }

        var most = Left > Single ? Math.Min(Left - Single, _leftInChunk) : 1;
        var read = (int)Math.Min(count, most);
        Buffer.BlockCopy(_file, _position, buffer, offset, read);
        (_position, _leftInChunk, Left) = (_position + read, _leftInChunk - read, Left - read);
        return read;
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

    private void OpenChunk()
    {
        _leftInChunk = (_file[_position] << 24) | (_file[_position + 1] << 16) | (_file[_position + 2] << 8) | _file[_position + 3];
        _position += HeaderLength;
    }
}
