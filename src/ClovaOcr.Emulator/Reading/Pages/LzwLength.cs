using System;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>How long LZW data become (ISO 32000-1, 7.4.4), told from their codes alone.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MaximumCodes = 4096;

    /// <param name="data">The codes, the highest bit first.</param>
    /// <param name="isEarly">Whether codes grow one code before they must.</param>
    /// <param name="limit">Where counting may end.</param>
    public static long Of(ReadOnlySpan<byte> data, bool isEarly, long limit)
    {
        Span<int> lengths = stackalloc int[MaximumCodes];
        var (next, previous) = (End + 1, 0);
        long total = 0;
        for (long bit = 0; total <= limit;)
        {
            var width = (next + (isEarly ? 1 : 0)) switch { < 512 => 9, < 1024 => 10, < 2048 => 11, _ => 12 };
            if (bit + width > data.Length * 8L) break;
            var code = CodeAt(data, bit, width);
            bit += width;
            if (code == End) break;
            if (code == Clear)
            {
                (next, previous) = (End + 1, 0);
                continue;
            }

            var length = code < Clear ? 1 : code < next ? lengths[code] : previous + 1;
            if (previous > 0 && next < MaximumCodes) lengths[next++] = previous + 1;
            total += length;
            previous = length;
        }

        return total;
    }

    private static int CodeAt(ReadOnlySpan<byte> data, long bit, int width)
    {
        var first = (int)(bit / 8);
        var bits = 0;
        for (var i = first; i < first + 3; i++) bits = (bits << 8) | (i < data.Length ? data[i] : 0);
        return (bits >> (24 - (int)(bit % 8) - width)) & ((1 << width) - 1);
    }
}
