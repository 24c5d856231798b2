using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>Tells registration numbers by other means than the library's own.</summary>
internal static class RegistrationNumbers
{
    private const string Form = "[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";

    private static readonly Regex Printed = new($@"^{Form}-[0-9]{{7}}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Anywhere = new($@"(?=({Form})-?([0-9]{{7}}))", RegexOptions.CultureInvariant);

    /// <summary>Whether a text is a number in its printed form and nothing else.</summary>
    public static bool IsPrinted(string text) => Printed.IsMatch(text);

    /// <summary>
    /// Whether a number in a text may be a person's, since its check digit is right by the foreigners' rule or the residents': no input that
    /// is kept may hold one, and a fuzzer makes one out of ten by chance.
    /// </summary>
    public static bool MayHoldAPersons(string text) => Anywhere.Matches(text).Any(match => HasCheckDigit(match.Groups[1].Value + match.Groups[2].Value));

    private static bool HasCheckDigit(string number)
    {
        ReadOnlySpan<int> weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (number[i] - '0');
        var digit = number[12] - '0';
        return digit == (13 - (sum % 11)) % 10 || digit == (11 - (sum % 11)) % 10;
    }
}
