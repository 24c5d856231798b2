using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Reads runs and literals (TIFF 6.0, 9). They may go on over the end of a line, as some programs write them.</summary>
internal sealed class PackBitsReader(ReadOnlyMemory<byte> data) : ITiffLineReader
{
    private const int NoOperation = 128;

    private int _position;
    private int _left;
    private bool _isRun;

    public void Read(Span<byte> line)
    {
        var bytes = data.Span;
        while (line.Length > 0)
        {
            if (_left == 0) ReadLength(bytes);
            var count = Math.Min(_left, line.Length);
            if (_isRun)
            {
                line[..count].Fill(bytes[_position]);
            }
            else
            {
                bytes.Slice(_position, count).CopyTo(line);
                _position += count;
            }

            _left -= count;
            if (_isRun && _left == 0) _position++;
            line = line[count..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void ReadLength(ReadOnlySpan<byte> bytes)
    {
        while (_position < bytes.Length && bytes[_position] == NoOperation) _position++;
        if (_position == bytes.Length) throw TooEarly();
        var length = bytes[_position++];
        _isRun = length > NoOperation;
        _left = _isRun ? 257 - length : length + 1;
        if (bytes.Length - _position < (_isRun ? 1 : _left)) throw TooEarly();
    }

    private static ClovaOcrException TooEarly() => Refusal.Damaged("a strip or tile ends too early");
}
