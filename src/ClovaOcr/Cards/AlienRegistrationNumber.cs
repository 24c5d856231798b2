using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Cards;

/// <summary>
/// An alien registration number <c>YYMMDD-GNNNNNC</c>: birth date, a digit for sex and century (5 and 6: born in the 1900s, 7 and 8: in
/// the 2000s; odd: male), five digits, and what used to be a check digit. A masked number has its birth date and sex all the same.
/// </summary>
public sealed class AlienRegistrationNumber
{
    // No blank can be taken in two ways, so that a million of them take no longer than they are many.
    private static readonly Regex Form = new(
        @"^\s*(\d{6})\s*(?:[-\u2010-\u2015\u2212]\s*)?([5-8])(\d{6}|\*{6})\s*$", RegexOptions.CultureInvariant);

    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    private readonly string _digits;

    private AlienRegistrationNumber(string digits, CardDate birthDate)
    {
        _digits = digits;
        BirthDate = birthDate;
    }

    /// <summary>The date of birth that the number tells.</summary>
    public CardDate BirthDate { get; }

    /// <summary><c>M</c> or <c>F</c>, as the number tells.</summary>
    public string Sex => (_digits[6] - '0') % 2 == 1 ? "M" : "F";

    /// <summary>
    /// Whether the last digit is the legacy check digit <c>(13 - S mod 11) mod 10</c>; null for a masked number. Numbers issued since
    /// October 2020 are reported to have none, so false is no proof of an error.
    /// </summary>
    public bool? HasLegacyCheckDigit
    {
        get
        {
            if (_digits[12] == '*') return null;
            var sum = Weights.Select((weight, i) => weight * (_digits[i] - '0')).Sum();
            return (13 - (sum % 11)) % 10 == _digits[12] - '0';
        }
    }

    /// <summary>Reads a number, with or without its hyphen, whole or masked (<c>990101-5******</c>).</summary>
    /// <returns>Null when the text does not have the form, or the day of birth does not exist.</returns>
    public static AlienRegistrationNumber? TryParse(string? text) => Examine(text, out _);

    /// <summary>Reads a number, and says what keeps a text from being one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">Null when it is one; else a sentence that does not repeat the text.</param>
    public static AlienRegistrationNumber? Examine(string? text, out string? problem)
    {
        var match = Form.Match(text ?? "");
        if (!match.Success)
        {
            problem = "It is not six digits, a hyphen, a digit from 5 to 8 and six more digits.";
            return null;
        }

        var birth = match.Groups[1].Value;
        var century = match.Groups[2].Value[0] is '5' or '6' ? "19" : "20";
        if (!CardDate.TryCreate(century + birth.Substring(0, 2), birth.Substring(2, 2), birth.Substring(4, 2), out var birthDate))
        {
            problem = "Its first six digits are not a date of birth.";
            return null;
        }

        problem = null;
        return new AlienRegistrationNumber(birth + match.Groups[2].Value + match.Groups[3].Value, birthDate);
    }

    /// <summary>The number in its printed form, masked: <c>990101-5******</c>.</summary>
    public override string ToString() => _digits.Substring(0, 6) + "-" + _digits[6] + "******";
}
