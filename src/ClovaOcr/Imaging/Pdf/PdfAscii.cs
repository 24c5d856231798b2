using System;
using System.IO;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Bytes written as printable characters (ISO 32000-1, 7.4.2 and 7.4.3).</summary>
internal static class PdfAscii
{
    public static byte[] UndoHexadecimal(ReadOnlySpan<byte> data, int limit)
    {
        if (data.Length / 2 > (long)limit * 2) throw PdfFilters.TooLong();
        var output = new MemoryStream();
        var high = -1;
        foreach (var character in data)
        {
            if (PdfParser.IsSpace(character)) continue;
            if (character == '>') break;
            var digit = PdfStringReader.HexValue(character);
            if (digit < 0) throw Refusal.Damaged("a part of it is not made of hexadecimal digits");
            if (high >= 0) output.WriteByte((byte)((high << 4) | digit));
            high = high >= 0 ? -1 : digit;
        }

        if (high >= 0) output.WriteByte((byte)(high << 4));
        return output.Length <= limit ? output.ToArray() : throw PdfFilters.TooLong();
    }

    /// <summary>Undoes base 85: five characters for four bytes, z for four zeros, ~> at the end.</summary>
    public static byte[] Undo85(ReadOnlySpan<byte> data, int limit)
    {
        var output = new MemoryStream();
        var (count, value) = (0, 0L);
        foreach (var character in data)
        {
            if (output.Length > limit) throw PdfFilters.TooLong();
            if (PdfParser.IsSpace(character)) continue;
            if (character == '~') break;
            if (character == 'z' && count == 0)
            {
                Write(output, 0, 4);
                continue;
            }

            if (character is < (byte)'!' or > (byte)'u') throw Refusal.Damaged("a part of it is not valid base 85");
            value = (value * 85) + (character - '!');
            if (++count < 5) continue;
            Write(output, value, 4);
            (count, value) = (0, 0);
        }

        if (count == 1) throw Refusal.Damaged("a part of it is not valid base 85");
        if (count > 1)
        {
            for (var i = count; i < 5; i++) value = (value * 85) + 84;
            Write(output, value, count - 1);
        }

        return output.Length <= limit ? output.ToArray() : throw PdfFilters.TooLong();
    }

    private static void Write(MemoryStream output, long value, int count)
    {
        if (value > uint.MaxValue) throw Refusal.Damaged("a part of it is not valid base 85");
        for (var i = 0; i < count; i++) output.WriteByte((byte)(value >> (24 - (i * 8))));
    }
}
