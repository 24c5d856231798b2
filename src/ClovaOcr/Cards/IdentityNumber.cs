using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ClovaOcr.Cards;

/// <summary>Hides identity numbers in text: the digits after the first behind the hyphen become stars, as in <c>990101-5******</c>.</summary>
public static class IdentityNumber
{
    private const int Digits = 13;

    // A number with a counter before or behind it; 17 digits are a time with milliseconds.
    private const int LongestFigure = 16;

    // Digits of any script, and what people and OCR put between them: blanks, hyphens of all kinds, points, tildes, what no eye sees.
    private const string Gap = @"[\s\p{Cf}\-\u00B7\u2010-\u2015\u2212\u301C\uFE58\uFE63\uFF0D\uFF5E\uFFFD_.~]";

    // What may stand for the hyphen: anything that is no letter or digit, the vowel and the long mark that look like one, a blank as URLs have it.
    private const string Hyphen = @"(?:[^\p{L}\p{Nd}]|[\u3161\u30FC\u4E00\u1173]|%[0-9A-Fa-f]{2})";

    // With gaps anywhere, where a run of digits begins or behind a year's first two, up to where one ends; without any but the hyphen, or
    // with none at all, also among further digits.
    private static readonly Regex Number = new(
        $@"(?<=(?<!\d)(?:\d\d)?)(?<shown>\d(?:{Gap}{{0,2}}\d){{5}}{Hyphen}{{0,3}}\d)(?<hidden>(?:{Gap}{{0,2}}\d){{6}})(?!\d)"
        + $@"|(?<shown>\d{{6}}{Hyphen}{{1,3}}\d)(?<hidden>\d{{6}})"
        + @"|(?<!\d{4})(?<shown>(?<solid>\d{7}))(?<hidden>\d{6})(?!\d{4})",
        RegexOptions.CultureInvariant);

    private static readonly Regex Masked = new($@"^\s*\d{{6}}{Hyphen}{{0,3}}\d\*{{6}}\s*$", RegexOptions.CultureInvariant);

    /// <summary>
    /// The content of a field for numbers as it may be shown. Of a registration number the birth date and the digit after the hyphen
    /// stay, which tell no more than birth date and sex; of anything else the first two characters.
    /// </summary>
    /// <param name="number">What was read; null and empty come back as they are.</param>
    public static string? Mask(string? number)
    {
        if (number is null or "" || Masked.IsMatch(number)) return number;
        var isWhole = Numbers(number).FirstOrDefault() is { } match && number.Substring(0, match.Index).Trim() is "" or "19" or "20"
            && match.Index + match.Length == number.TrimEnd().Length;
        return isWhole ? MaskWithin(number) : MaskAllButTwo(number);
    }

    /// <summary>A text, such as a path, with every registration number in it masked.</summary>
    public static string MaskWithin(string text) => MaskWithin(text, '*');

    /// <summary>A text with every registration number in it masked by a character that file names may hold.</summary>
    public static string MaskWithin(string text, char cover)
    {
        var masked = new StringBuilder(text.Length);
        var end = 0;
        foreach (var hidden in Numbers(text).Select(number => number.Groups["hidden"]))
        {
            // Where two readings of a run of digits overlap, both are hidden.
            var start = Math.Max(end, hidden.Index);
            masked.Append(text, end, start - end);
            end = hidden.Index + hidden.Length;
            for (var i = start; i < end; i++)
                if (char.IsDigit(text[i])) masked.Append(cover);
        }

        return end == 0 ? text : masked.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>
    /// Every place where a number may begin. One that begins among the digits of another counts too, as in a file name with figures before
    /// or behind the number.
    /// </summary>
    private static IEnumerable<Match> Numbers(string text)
    {
        // Nearly every text is none and has not the digits for one, and counting them is far quicker than the pattern.
        if (!HasDigits(text, Digits)) yield break;
        for (var match = Number.Match(text); match.Success; match = Number.Match(text, match.Index + 1))
            if (!IsOfLongFigure(text, match) && IsBirthDate(match.Groups["shown"].Value)) yield return match;
    }

    /// <summary>Whether thirteen digits without any gap stand in a much longer figure, such as a time with milliseconds.</summary>
    private static bool IsOfLongFigure(string text, Match match)
    {
        if (!match.Groups["solid"].Success) return false;
        var (start, end) = (match.Index, match.Index + match.Length);
        while (start > 0 && end - start <= LongestFigure && char.IsDigit(text[start - 1])) start--;
        while (end < text.Length && end - start <= LongestFigure && char.IsDigit(text[end])) end++;
        return end - start > LongestFigure;
    }

    private static bool HasDigits(string text, int count)
    {
        foreach (var character in text)
            if (char.IsDigit(character) && --count == 0) return true;
        return false;
    }

    /// <summary>Month and day tell a number from other runs of thirteen digits, such as a Unix time in milliseconds.</summary>
    private static bool IsBirthDate(string shown)
    {
        var digits = shown.Where(char.IsDigit).Select(digit => (int)CharUnicodeInfo.GetDecimalDigitValue(digit)).ToArray();
        var (month, day) = ((digits[2] * 10) + digits[3], (digits[4] * 10) + digits[5]);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private static string MaskAllButTwo(string number)
    {
        var masked = new StringBuilder(number.Length);
        var shown = 0;
        foreach (var character in number)
            masked.Append(!char.IsLetterOrDigit(character) || shown++ < 2 ? character : '*');
        return masked.ToString();
    }
}
