using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>A tag of a directory that is to be written, its value little-endian.</summary>
internal readonly record struct TiffTagValue(int Tag, int Type, int Count, byte[] Value)
{
    private const int ShortType = 3;
    private const int LongType = 4;
    private const int RationalType = 5;
    private const int UndefinedType = 7;

    public static TiffTagValue Shorts(int tag, params IReadOnlyList<int> numbers)
    {
        var value = new byte[numbers.Count * 2];
        for (var i = 0; i < numbers.Count; i++) BinaryPrimitives.WriteUInt16LittleEndian(value.AsSpan(i * 2), (ushort)numbers[i]);
        return new(tag, ShortType, numbers.Count, value);
    }

    public static TiffTagValue Longs(int tag, params IReadOnlyList<uint> numbers)
    {
        var value = new byte[numbers.Count * 4];
        for (var i = 0; i < numbers.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(value.AsSpan(i * 4), numbers[i]);
        return new(tag, LongType, numbers.Count, value);
    }

    /// <summary>Numbers that are so many parts of one, each as a fraction in its lowest terms.</summary>
    public static TiffTagValue Fractions(int tag, uint parts, params IReadOnlyList<uint> numbers)
    {
        var value = new byte[numbers.Count * 8];
        for (var i = 0; i < numbers.Count; i++)
        {
            var divisor = CommonDivisor(numbers[i], parts);
            BinaryPrimitives.WriteUInt32LittleEndian(value.AsSpan(i * 8), numbers[i] / divisor);
            BinaryPrimitives.WriteUInt32LittleEndian(value.AsSpan((i * 8) + 4), parts / divisor);
        }

        return new(tag, RationalType, numbers.Count, value);
    }

    public static TiffTagValue Bytes(int tag, byte[] value) => new(tag, UndefinedType, value.Length, value);

    private static uint CommonDivisor(uint a, uint b) => b == 0 ? Math.Max(a, 1) : CommonDivisor(b, a % b);
}
