using System;

namespace ClovaOcr.Imaging;

/// <summary>Samples of 1 to 8 bits in the bytes of a row, the first in the highest bits (PNG, third edition, 7.2).</summary>
internal static class PackedSamples
{
    public static int Get(ReadOnlySpan<byte> row, int index, int depth)
    {
        var bit = (long)index * depth;
        return (row[(int)(bit >> 3)] >> (8 - depth - (int)(bit & 7))) & ((1 << depth) - 1);
    }

    public static void Set(Span<byte> row, int index, int depth, int value)
    {
        var bit = (long)index * depth;
        var shift = 8 - depth - (int)(bit & 7);
        ref var place = ref row[(int)(bit >> 3)];
        place = (byte)((place & ~(((1 << depth) - 1) << shift)) | (value << shift));
    }
}
