using System.Text.RegularExpressions;

namespace ClovaOcr.Cards;

/// <summary>The code of a status of stay, such as <c>D-8</c> or <c>E-7-4</c>, out of the text that names it.</summary>
public static class VisaCode
{
    // A letter A to H, a number, perhaps a sub-number: the codes of the Immigration Act's enforcement decree.
    private static readonly Regex Pattern = new(
        @"(?<![A-Za-z0-9])([A-H])\s*[-\u2010-\u2015]\s*(\d{1,2})(?:\s*[-\u2010-\u2015]\s*(\d{1,2}|[A-Z]))?(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft);

    /// <summary>The last code in a text such as <c>Corporate investor (D-8)</c>; null when there is none.</summary>
    public static string? From(string? visaType)
    {
        var match = Pattern.Match(visaType ?? "");
        if (!match.Success) return null;
        var code = match.Groups[1].Value + "-" + match.Groups[2].Value;
        return match.Groups[3].Success ? code + "-" + match.Groups[3].Value : code;
    }
}
