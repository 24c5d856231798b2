using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ClovaOcr.Cards;

/// <summary>Hides identity numbers in text: the digits after the first behind the hyphen become stars, as in <c>990101-5******</c>.</summary>
public static class IdentityNumber
{
    // Digits of any script, and what people and OCR put between them: blanks, hyphens of all kinds, points, tildes.
    private const string Gap = @"[\s\-\u00AD\u00B7\u2010-\u2015\u2212\u301C\uFE58\uFE63\uFF0D\uFF5E_.~]";

    private static readonly Regex Number = new(
        $@"(?<!\d)(?<shown>(?:\d\d)?\d(?:{Gap}{{0,2}}\d){{5}}{Gap}{{0,3}}\d)(?<hidden>(?:{Gap}{{0,2}}\d){{6}})(?!\d)",
        RegexOptions.CultureInvariant);

    private static readonly Regex Masked = new($@"^\s*\d{{6}}{Gap}{{0,3}}\d\*{{6}}\s*$", RegexOptions.CultureInvariant);

    /// <summary>
    /// The content of a field for numbers as it may be shown. Of a registration number the birth date and the digit after the hyphen
    /// stay, which tell no more than birth date and sex; of anything else the first two characters.
    /// </summary>
    /// <param name="number">What was read; null and empty come back as they are.</param>
    public static string? Mask(string? number)
    {
        if (number is null or "" || Masked.IsMatch(number)) return number;
        var match = Number.Match(number);
        var isWhole = match.Success && match.Value.Length == number.Trim().Length && IsBirthDate(match.Groups["shown"].Value);
        return isWhole ? MaskWithin(number) : MaskAllButTwo(number);
    }

    /// <summary>A text, such as a path, with every registration number in it masked.</summary>
    public static string MaskWithin(string text) => MaskWithin(text, '*');

    /// <summary>A text with every registration number in it masked by a character that file names may hold.</summary>
    public static string MaskWithin(string text, char cover) => Number.Replace(text, match =>
        IsBirthDate(match.Groups["shown"].Value) ? match.Groups["shown"].Value + new string(cover, 6) : match.Value);

    /// <summary>Month and day tell a number from other runs of thirteen digits, such as a Unix time in milliseconds.</summary>
    private static bool IsBirthDate(string shown)
    {
        var digits = shown.Where(char.IsDigit).Select(digit => (int)CharUnicodeInfo.GetDecimalDigitValue(digit)).ToArray();
        var date = digits.Skip(digits.Length - 7).ToArray();
        var (month, day) = ((date[2] * 10) + date[3], (date[4] * 10) + date[5]);
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
