using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Writes a JPEG: markers and segments byte by byte, and between them entropy-coded bits with zero bytes stuffed after FF (T.81,
/// F.1.2.3).
/// </summary>
internal sealed class BitWriter(int capacity)
{
    // A flush of 32 bits with a zero byte stuffed after each.
    private const int LongestFlush = 8;

    private byte[] _bytes = new byte[Math.Max(capacity, 256)];
    private int _length;

    // Bits not yet in bytes, in the low end.
    private ulong _bits;
    private int _count;

    /// <param name="bits">The bits in the low end; nothing above them.</param>
    /// <param name="count">1 to 32.</param>
    public void Write(uint bits, int count)
    {
        _bits = (_bits << count) | bits;
        _count += count;
        if (_count >= 32) Flush32();
    }

    /// <summary>Fills the last byte with ones (T.81, F.1.2.3).</summary>
    public void EndSegment()
    {
        var spare = -_count & 7;
        if (spare > 0) Write((1u << spare) - 1, spare);
        Reserve(LongestFlush);
        while (_count > 0)
        {
            _count -= 8;
            AddStuffed((byte)(_bits >> _count));
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

    private void Flush32()
    {
        Reserve(LongestFlush);
        _count -= 32;
        var word = (uint)(_bits >> _count);
        if (((~word - 0x01010101) & word & 0x80808080) == 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(_length), word);
            _length += 4;
            return;
        }

        for (var shift = 24; shift >= 0; shift -= 8) AddStuffed((byte)(word >> shift));
    }

    private void AddStuffed(byte value)
    {
        _bytes[_length++] = value;
        if (value == JpegMarker.Prefix) _bytes[_length++] = 0;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length >= bytes) return;
        Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)_bytes.Length * 2, _length + (long)bytes), 0x7FFFFFC7));
    }
}
