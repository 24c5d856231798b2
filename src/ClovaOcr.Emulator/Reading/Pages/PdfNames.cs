using System;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>Names in a PDF's bytes (ISO 32000-1, 7.3.5), wherever they stand: some make PdfPig do what no scan needs.</summary>
internal static class PdfNames
{
    /// <summary>Whether there is such a name anywhere.</summary>
    public static bool Has(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name) => EndOf(bytes, name) >= 0;

    /// <summary>Makes other names of the one under which trees of names hang, through which PdfPig goes for ever where they have no end.</summary>
    public static void Disarm(Span<byte> bytes)
    {
        for (int end; (end = EndOf(bytes, "Names"u8)) >= 0; bytes = bytes[end..]) bytes[end - 1] = (byte)'x';
    }

    // The place behind the first such name; less than zero when there is none.
    private static int EndOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        for (int start = 0, found; (found = bytes[start..].IndexOf((byte)'/')) >= 0;)
        {
            start += found + 1;
            var end = start;
            var length = 0;
            while (length < name.Length && CharacterAt(bytes, end, out var next) == name[length]) (length, end) = (length + 1, next);
            if (length == name.Length) return end;
        }

        return -1;
    }

    // A character may be written as # and two hexadecimal digits.
    private static int CharacterAt(ReadOnlySpan<byte> bytes, int place, out int next)
    {
        next = place + 1;
        if (place >= bytes.Length) return -1;
        if (bytes[place] != '#' || place + 2 >= bytes.Length) return bytes[place];
        if (!char.IsAsciiHexDigit((char)bytes[place + 1]) || !char.IsAsciiHexDigit((char)bytes[place + 2])) return bytes[place];
        next = place + 3;
        return Convert.FromHexString([(char)bytes[place + 1], (char)bytes[place + 2]])[0];
    }
}
