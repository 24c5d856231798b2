using System;
using System.IO;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>LZW with codes of 9 to 12 bits, which grow one code early if nothing else is said (ISO 32000-1, 7.4.4).</summary>
internal static class PdfLzw
{
    public const string Name = "LZWDecode";

    private const int Clear = 256;
    private const int End = 257;
    private const int First = 258;
    private const int MaximumCodes = 4096;

    public static byte[] Undo(ReadOnlySpan<byte> data, bool isEarly, int limit)
    {
        var (before, last, lengths) = (new short[MaximumCodes], new byte[MaximumCodes], new int[MaximumCodes]);
        for (var i = 0; i < 256; i++) (last[i], lengths[i]) = ((byte)i, 1);

        var output = new MemoryStream();
        var text = new byte[MaximumCodes];
        var (position, bits, count, previous) = (0L, 9, First, -1);
        while (position + bits <= (long)data.Length * 8)
        {
            var code = Code(data, position, bits);
            position += bits;
            if (code == End) return output.ToArray();
            if (code == Clear)
            {
                (bits, count, previous) = (9, First, -1);
                continue;
            }

            // A code may be the one that it makes itself: the text before, and its first byte once more.
            if (code > count || (code == count && previous < 0))
                throw Refusal.Damaged("its compressed data are not valid");
            var known = code == count ? previous : code;
            var length = lengths[known];
            for (int at = length - 1, step = known; at >= 0; at--, step = before[step]) text[at] = last[step];
            if (previous >= 0 && count < MaximumCodes)
            {
                (before[count], last[count], lengths[count]) = ((short)previous, text[0], lengths[previous] + 1);
                count++;
            }

            if (code != known) text[length++] = text[0];
            if (output.Length + length > limit) throw PdfFilters.TooLong();
            output.Write(text, 0, length);
            previous = code;
            bits = BitsFor(isEarly ? count + 1 : count);
        }

        return output.ToArray();
    }

    private static int BitsFor(int codes) => codes switch
    {
        >= 2048 => 12,
        >= 1024 => 11,
        >= 512 => 10,
        _ => 9,
    };

    private static int Code(ReadOnlySpan<byte> data, long position, int bits)
    {
        var first = (int)(position >> 3);
        var three = 0;
        for (var i = first; i < first + 3; i++) three = (three << 8) | (i < data.Length ? data[i] : 0);
        return (three >> (24 - bits - (int)(position & 7))) & ((1 << bits) - 1);
    }
}
