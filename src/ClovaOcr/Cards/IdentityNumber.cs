using System.Text;
using System.Text.RegularExpressions;

namespace ClovaOcr.Cards;

/// <summary>Hides identity numbers in text: the digits after the first behind the hyphen become stars, as in <c>990101-5******</c>.</summary>
public static class IdentityNumber
{
    // Month and day are checked so that a Unix time in milliseconds, also thirteen digits, is left alone.
    private static readonly Regex Pattern = new(
        @"(?<!\d)(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?[-\u2010-\u2015\u2212_.]?\s?\d)\d{6}(?!\d)",
        RegexOptions.CultureInvariant);

    /// <summary>
    /// A number as it may be shown. Of a registration number the birth date and the digit after the hyphen stay, which tell no more
    /// than birth date and sex; of any other number the first two characters.
    /// </summary>
    /// <param name="number">What was read; null and empty come back as they are.</param>
    public static string? Mask(string? number)
    {
        if (number is null or "") return number;
        var masked = MaskWithin(number);
        return masked == number && !IsMasked(number) ? MaskAllButTwo(number) : masked;
    }

    /// <summary>A text, such as a path, with every registration number in it masked.</summary>
    public static string MaskWithin(string text) => MaskWithin(text, '*');

    /// <summary>A text with every registration number in it masked by a character that file names may hold.</summary>
    public static string MaskWithin(string text, char cover) => Pattern.Replace(text, match => match.Groups[1].Value + new string(cover, 6));

    private static bool IsMasked(string number) => number.EndsWith("******", System.StringComparison.Ordinal);

    private static string MaskAllButTwo(string number)
    {
        var masked = new StringBuilder(number.Length);
        var shown = 0;
        foreach (var character in number)
            masked.Append(!char.IsLetterOrDigit(character) || shown++ < 2 ? character : '*');
        return masked.ToString();
    }
}
