using System.Text.RegularExpressions;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>Tells registration numbers in their printed form, by other means than the library's own.</summary>
internal static class RegistrationNumbers
{
    private static readonly Regex Printed = new(
        @"^[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])-[0-9]{7}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a text is a number in its printed form and nothing else.</summary>
    public static bool IsPrinted(string text) => Printed.IsMatch(text);
}
