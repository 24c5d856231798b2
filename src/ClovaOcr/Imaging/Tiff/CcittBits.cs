using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Bits of CCITT data, the highest of a byte first. Past the end there are zeros, which no code is made of alone.</summary>
internal sealed class CcittBits(ReadOnlyMemory<byte> data)
{
    private int _position;
    private ulong _bits;
    private int _count;
    private int _invented;

    /// <summary>The next bits, up to 32, which stay.</summary>
    public int Peek(int bits)
    {
        while (_count < bits) AddByte();
        return (int)((_bits >> (_count - bits)) & ((1UL << bits) - 1));
    }

    public void Skip(int bits)
    {
        _count -= bits;
        if (_count < _invented) throw Refusal.Damaged("a strip or tile ends too early");
    }

    /// <summary>Whether the next bits are these; if so, they are taken.</summary>
    public bool Takes(int code, int length)
    {
        if (Peek(length) != code) return false;
        Skip(length);
        return true;
    }

    /// <summary>Leaves the rest of a byte that was begun.</summary>
    public void Align() => Skip(_count % 8);

    private void AddByte()
    {
        var bytes = data.Span;
        var isWithin = _position < bytes.Length;
        _bits = (_bits << 8) | (isWithin ? bytes[_position++] : (byte)0);
        _count += 8;
        if (!isWithin) _invented += 8;
    }
}
