using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LeakSearch;

/// <summary>Bytes as they read when an escape of some notation is undone everywhere, other bytes as they are; and lines joined that a console broke.</summary>
internal static class Unescaping
{
    /// <summary>What a piece of a file reads like in each notation that it has.</summary>
    public static IEnumerable<(string Notation, byte[] Bytes)> Readings(byte[] piece)
    {
        if (Has(piece, "\\u"u8)) yield return ("JSON escapes", Undo(piece, (byte)'\\', JsonEscape));
        if (Has(piece, "%"u8)) yield return ("percent-encoding", Undo(piece, (byte)'%', PercentEscape));
        if (Has(piece, "&"u8)) yield return ("XML entities", Undo(piece, (byte)'&', XmlEntity));
        if (Has(piece, "_x"u8)) yield return ("CLIXML escapes", Undo(piece, (byte)'_', ClixmlEscape));
        if (Has(piece, "\n"u8) && !Has(piece.AsSpan(0, Math.Min(piece.Length, 4096)), "\0"u8))
        {
            yield return ("joined lines", JoinLines(piece, []));
            yield return ("joined lines", JoinLines(piece, [(byte)' ']));
        }
    }

    private static bool Has(ReadOnlySpan<byte> piece, ReadOnlySpan<byte> sign) => piece.IndexOf(sign) >= 0;

    private delegate int Escape(ReadOnlySpan<byte> rest, List<byte> written);

    /// <summary>Copies, with an escape given the chance at each of its first bytes; it returns how many bytes it took, 0 for none.</summary>
    private static byte[] Undo(byte[] piece, byte first, Escape escape)
    {
        var written = new List<byte>(piece.Length);
        for (ReadOnlySpan<byte> rest = piece; !rest.IsEmpty;)
        {
            var plain = rest.IndexOf(first);
            written.AddRange(plain < 0 ? rest : rest[..plain]);
            if (plain < 0) break;
            rest = rest[plain..];
            var taken = escape(rest, written);
            if (taken == 0) written.Add(first);
            rest = rest[Math.Max(taken, 1)..];
        }

        return [.. written];
    }

    private static int JsonEscape(ReadOnlySpan<byte> rest, List<byte> written)
    {
        if (rest.Length >= 6 && rest[1] == 'u' && Hexadecimal(rest.Slice(2, 4)) is { } unit) return Character(unit, 6, written);
        if (rest.Length < 2 || rest[1] is not ((byte)'/' or (byte)'"' or (byte)'\\')) return 0;
        written.Add(rest[1]);
        return 2;
    }

    private static int PercentEscape(ReadOnlySpan<byte> rest, List<byte> written)
    {
        if (rest.Length < 3 || Hexadecimal(rest.Slice(1, 2)) is not { } value) return 0;
        written.Add((byte)value);
        return 3;
    }

    private static int ClixmlEscape(ReadOnlySpan<byte> rest, List<byte> written) =>
        rest.Length >= 7 && rest[1] == 'x' && rest[6] == '_' && Hexadecimal(rest.Slice(2, 4)) is { } unit ? Character(unit, 7, written) : 0;

    private static int XmlEntity(ReadOnlySpan<byte> rest, List<byte> written)
    {
        var end = rest[..Math.Min(rest.Length, 12)].IndexOf((byte)';');
        if (end < 2) return 0;
        var name = rest[1..end];
        if (name.SequenceEqual("amp"u8)) return Character('&', end + 1, written);
        if (name.SequenceEqual("apos"u8)) return Character('\'', end + 1, written);
        if (name.Length < 2 || name[0] != '#') return 0;
        var number = name[1] is (byte)'x' or (byte)'X' ? Hexadecimal(name[2..]) : Decimal(name[1..]);
        return number is { } value and > 0 and <= char.MaxValue ? Character(value, end + 1, written) : 0;
    }

    // Halves of pairs are passed over: no sought text has one.
    private static int Character(int unit, int taken, List<byte> written)
    {
        if (!char.IsSurrogate((char)unit)) written.AddRange(Encoding.UTF8.GetBytes([(char)unit]));
        return taken;
    }

    private static int? Hexadecimal(ReadOnlySpan<byte> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Decimal(ReadOnlySpan<byte> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A console that breaks a line between two words drops the blank, one that breaks it within a word drops nothing.</summary>
    private static byte[] JoinLines(byte[] piece, byte[] between)
    {
        var written = new List<byte>(piece.Length);
        var isIndent = false;
        foreach (var value in piece)
        {
            var isLineEnd = value is (byte)'\r' or (byte)'\n';
            if (isLineEnd && !isIndent) written.AddRange(between);
            isIndent = isLineEnd || (isIndent && value == ' ');
            if (!isIndent) written.Add(value);
        }

        return [.. written];
    }
}
