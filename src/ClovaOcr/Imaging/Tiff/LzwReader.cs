using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Reads LZW with its codes from the highest bit down, each width beginning one code early (TIFF 6.0, 13).</summary>
internal sealed class LzwReader : ITiffLineReader
{
    private const int TableLength = 1 << LzwCode.MostBits;

    private readonly ReadOnlyMemory<byte> _data;

    // Of each code: the code for all but its last byte, that byte, and how many bytes it stands for.
    private readonly ushort[] _prefix = new ushort[TableLength];
    private readonly byte[] _suffix = new byte[TableLength];
    private readonly ushort[] _length = new ushort[TableLength];

    private readonly byte[] _string = new byte[TableLength];
    private int _stringStart;
    private int _stringEnd;
    private int _position;
    private uint _bits;
    private int _bitCount;
    private int _width = LzwCode.FewestBits;
    private int _next = LzwCode.First;
    private int _previous = -1;

    public LzwReader(ReadOnlyMemory<byte> data)
    {
        _data = data;
        if (data.Length >= 2 && data.Span[0] == 0 && (data.Span[1] & 1) != 0)
            throw Refusal.Unmaskable("This TIFF is compressed with LZW of a kind older than TIFF 6.0, which is not masked.");
        for (var i = 0; i < 256; i++) (_suffix[i], _length[i]) = ((byte)i, 1);
    }

    public void Read(Span<byte> line)
    {
        while (line.Length > 0)
        {
            if (_stringStart == _stringEnd) ReadString();
            var part = _string.AsSpan(_stringStart, Math.Min(_stringEnd - _stringStart, line.Length));
            part.CopyTo(line);
            _stringStart += part.Length;
            line = line[part.Length..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void ReadString()
    {
        var code = ReadCode();
        while (code == LzwCode.Clear)
        {
            (_width, _next, _previous) = (LzwCode.FewestBits, LzwCode.First, -1);
            code = ReadCode();
        }

        if (code == LzwCode.End) throw Refusal.Damaged("a strip or tile ends too early");
        var isKnown = code < LzwCode.Clear || (code < _next && _previous >= 0);
        if (!isKnown && (code != _next || _previous < 0)) throw Refusal.Damaged("its compressed data hold a code that is in no table");

        // The code that is only now made stands for the string before and that one's first byte.
        Expand(isKnown ? code : _previous);
        if (!isKnown) _string[_stringEnd++] = _string[0];
        if (_previous >= 0) Add(_string[0]);
        _previous = code;
    }

    private void Expand(int code)
    {
        (_stringStart, _stringEnd) = (0, _length[code]);
        for (var i = _stringEnd - 1; i >= 0; i--, code = _prefix[code]) _string[i] = _suffix[code];
    }

    private void Add(byte suffix)
    {
        if (_next == TableLength) throw Refusal.Damaged("its compressed data hold more codes than there can be");
        (_prefix[_next], _suffix[_next], _length[_next]) = ((ushort)_previous, suffix, (ushort)(_length[_previous] + 1));
        _next++;
        if (_next == (1 << _width) - 1 && _width < LzwCode.MostBits) _width++;
    }

    private int ReadCode()
    {
        var bytes = _data.Span;
        while (_bitCount < _width)
        {
            if (_position == bytes.Length) throw Refusal.Damaged("a strip or tile ends too early");
            _bits = (_bits << 8) | bytes[_position++];
            _bitCount += 8;
        }

        _bitCount -= _width;
        return (int)(_bits >> _bitCount) & ((1 << _width) - 1);
    }
}
