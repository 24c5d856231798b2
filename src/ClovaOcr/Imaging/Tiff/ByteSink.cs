using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Bytes that are written one after the other, in chunks, because an array that grows by copying needs three times its own memory.
/// </summary>
internal sealed class ByteSink
{
    private const int ChunkLength = 1 << 16;

    private readonly List<byte[]> _chunks = [];
    private int _inLast = ChunkLength;

    public int Length => checked((int)(((long)(_chunks.Count - 1) * ChunkLength) + _inLast));

    public void WriteByte(byte value)
    {
        if (_inLast == ChunkLength) AddChunk();
        _chunks[^1][_inLast++] = value;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_inLast == ChunkLength) AddChunk();
            var part = bytes[..Math.Min(bytes.Length, ChunkLength - _inLast)];
            part.CopyTo(_chunks[^1].AsSpan(_inLast));
            _inLast += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        for (var i = 0; i < _chunks.Count; i++)
            _chunks[i].AsSpan(0, i < _chunks.Count - 1 ? ChunkLength : _inLast).CopyTo(bytes.AsSpan(i * ChunkLength));
        return bytes;
    }

    private void AddChunk()
    {
        _chunks.Add(new byte[ChunkLength]);
        _inLast = 0;
    }
}
