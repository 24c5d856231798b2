using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Reads strings (ISO 32000-1, 7.3.4).</summary>
internal static class PdfStringReader
{
    // Palettes have up to 1 KB; long ones are signatures and other things that a scan does not need.
    private const int MaximumLength = 1 << 20;

    /// <summary>What a hexadecimal digit stands for; -1 for any other character.</summary>
    public static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };

    /// <summary>Reads a string in round brackets.</summary>
    /// <param name="bytes">The whole text.</param>
    /// <param name="position">The opening bracket; moved past the closing one.</param>
    public static PdfString ReadLiteral(ReadOnlySpan<byte> bytes, ref int position)
    {
        var value = new List<byte>();
        var open = 1;
        for (var i = position + 1; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'\\':
                    ReadEscape(bytes, ref i, value);
                    continue;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    position = i + 1;
                    return new([.. value]);
                case (byte)'\r':
                    // Any end of line is one line feed.
                    if (i + 1 < bytes.Length && bytes[i + 1] == '\n') i++;
                    value.Add((byte)'\n');
                    continue;
            }

            value.Add(bytes[i]);
            EnsureShort(value.Count);
        }

        throw Refusal.Damaged("a string has no end");
    }

    /// <summary>Reads a string of hexadecimal digits.</summary>
    /// <param name="bytes">The whole text.</param>
    /// <param name="position">The opening bracket; moved past the closing one.</param>
    public static PdfString ReadHexadecimal(ReadOnlySpan<byte> bytes, ref int position)
    {
        var digits = new List<int>();
        for (var i = position + 1; i < bytes.Length; i++)
        {
            if (PdfParser.IsSpace(bytes[i])) continue;
            if (bytes[i] == '>')
            {
                position = i + 1;
                if (digits.Count % 2 != 0) digits.Add(0);
                var value = new byte[digits.Count / 2];
                for (var at = 0; at < value.Length; at++) value[at] = (byte)((digits[at * 2] << 4) | digits[(at * 2) + 1]);
                return new(value);
            }

            digits.Add(HexValue(bytes[i]) is >= 0 and var digit ? digit : throw Refusal.Damaged("a string is not valid"));
            EnsureShort(digits.Count);
        }

        throw Refusal.Damaged("a string has no end");
    }

    private static void EnsureShort(int length)
    {
        if (length > MaximumLength) throw Refusal.Damaged("a string is longer than the page of a scan needs");
    }

    private static void ReadEscape(ReadOnlySpan<byte> bytes, ref int i, List<byte> value)
    {
        if (++i >= bytes.Length) throw Refusal.Damaged("a string has no end");
        if (bytes[i] is >= (byte)'0' and <= (byte)'7')
        {
            var code = bytes[i] - '0';
            for (var digits = 1; digits < 3 && i + 1 < bytes.Length && bytes[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
                code = (code * 8) + (bytes[++i] - '0');
            value.Add((byte)code);
            return;
        }

        switch (bytes[i])
        {
            case (byte)'\r':
                if (i + 1 < bytes.Length && bytes[i + 1] == '\n') i++;
                return;
            case (byte)'\n':
                return;
            default:
                value.Add(bytes[i] switch
                {
                    (byte)'n' => 10,
                    (byte)'r' => 13,
                    (byte)'t' => 9,
                    (byte)'b' => 8,
                    (byte)'f' => 12,
                    var other => other,
                });
                return;
        }
    }
}
