using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes LZW as <see cref="LzwReader"/> reads it.</summary>
internal sealed class LzwWriter(SegmentedBytes sink) : ITiffLineWriter
{
    // More than twice the codes, so that a free place is near.
    private const int PlaceBits = 14;

    private readonly int[] _keys = new int[1 << PlaceBits];
    private readonly ushort[] _codes = new ushort[1 << PlaceBits];
    private uint _bits;
    private int _bitCount;
    private int _width = LzwCode.FewestBits;
    private int _next = LzwCode.First;
    private int _prefix = -1;

    public void Write(ReadOnlySpan<byte> line)
    {
        foreach (var value in line) Write(value);
    }

    public void Finish()
    {
        if (_prefix < 0) WriteCode(LzwCode.Clear);
        else
        {
            WriteCode(_prefix);
            Count();
        }

        WriteCode(LzwCode.End);
        if (_bitCount > 0) sink.WriteByte((byte)(_bits << (8 - _bitCount)));
    }

    private void Write(byte value)
    {
        if (_prefix < 0)
        {
            WriteCode(LzwCode.Clear);
            _prefix = value;
            return;
        }

        // Keys are one more than what they stand for, so that 0 is a free place.
        var key = ((_prefix << 8) | value) + 1;
        var place = (int)((uint)(key * -1640531527) >> (32 - PlaceBits));
        while (_keys[place] != 0 && _keys[place] != key) place = (place + 1) & (_keys.Length - 1);
        if (_keys[place] == key)
        {
            _prefix = _codes[place];
            return;
        }

        WriteCode(_prefix);
        (_keys[place], _codes[place], _prefix) = (key, (ushort)_next, value);
        Count();
    }

    private void Count()
    {
        _next++;
        if (_next == LzwCode.Full)
        {
            WriteCode(LzwCode.Clear);
            Array.Clear(_keys, 0, _keys.Length);
            (_width, _next) = (LzwCode.FewestBits, LzwCode.First);
        }
        else if (_next == 1 << _width)
        {
            _width++;
        }
    }

    private void WriteCode(int code)
    {
        _bits = (_bits << _width) | (uint)code;
        for (_bitCount += _width; _bitCount >= 8; _bitCount -= 8) sink.WriteByte((byte)(_bits >> (_bitCount - 8)));
    }
}
