using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Writes a JPEG: markers and segments byte by byte, and between them entropy-coded bits with zero bytes stuffed after FF (T.81,
/// F.1.2.3).
/// </summary>
internal sealed class BitWriter(int capacity)
{
    // A flush of 32 bits with a zero byte stuffed after each; a symbol causes one at most.
    private const int LongestFlush = 8;

    private byte[] _bytes = new byte[Math.Max(capacity, 256)];
    private int _length;

    // Bits not yet in bytes, in the low end.
    private ulong _bits;
    private int _count;

    /// <summary>Writes symbols in their codes, each with the bits that follow it.</summary>
    /// <param name="symbols">As a <see cref="SymbolStream"/> packs them: table, bits, symbol.</param>
    /// <param name="codes">By table and symbol, as a <see cref="HuffmanEncoder"/> has them.</param>
    public void WriteSymbols(ReadOnlySpan<uint> symbols, ReadOnlySpan<uint> codes)
    {
        Reserve((symbols.Length + 1) * LongestFlush);

        // Locals, which the runtime keeps in registers.
        var (bytes, length, bits, count) = (_bytes, _length, _bits, _count);
        foreach (var packed in symbols)
        {
            var width = (int)(packed & 15);
            var entry = codes[(int)((packed >> 16 & 0x300) | (packed & 0xFF))];
            var total = (int)(entry & ((1 << HuffmanEncoder.LengthBits) - 1)) + width;
            bits = (bits << total) | (entry >> HuffmanEncoder.LengthBits << width) | (packed >> 8 & 0xFFFF);
            count += total;
            if (count < 32) continue;

            count -= 32;
            var word = (uint)(bits >> count);
            if (HasFF(word))
            {
                for (var shift = 24; shift >= 0; shift -= 8) length += Stuff(bytes, length, (byte)(word >> shift));
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(length), word);
                length += 4;
            }
        }

        (_length, _bits, _count) = (length, bits, count);
    }

    /// <summary>Fills the last byte with ones (T.81, F.1.2.3).</summary>
    public void EndSegment()
    {
        var spare = -_count & 7;
        (_bits, _count) = ((_bits << spare) | ((1u << spare) - 1), _count + spare);
        Reserve(LongestFlush * 2);
        while (_count > 0)
        {
            _count -= 8;
            _length += Stuff(_bytes, _length, (byte)(_bits >> _count));
        }
    }

    public void WriteMarker(byte marker)
    {
        WriteByte(JpegMarker.Prefix);
        WriteByte(marker);
    }

    /// <summary>Writes a marker, the length of its parameters and the parameters (T.81, B.1.1.4).</summary>
    public void WriteSegment(byte marker, params byte[] parameters)
    {
        WriteMarker(marker);
        WriteByte((byte)((parameters.Length + 2) >> 8));
        WriteByte((byte)(parameters.Length + 2));
        Reserve(parameters.Length);
        parameters.CopyTo(_bytes, _length);
        _length += parameters.Length;
    }

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    private void WriteByte(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    // A byte is FF when its complement is zero; the classic test for a zero byte in a word.
    private static bool HasFF(uint word) => ((~word - 0x01010101) & word & 0x80808080) != 0;

    private static int Stuff(byte[] bytes, int length, byte value)
    {
        bytes[length] = value;
        if (value != JpegMarker.Prefix) return 1;
        bytes[length + 1] = 0;
        return 2;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length >= bytes) return;
        Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)_bytes.Length * 2, _length + (long)bytes), 0x7FFFFFC7));
    }
}
