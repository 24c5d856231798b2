using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Specimens.Cards;

/// <summary>
/// A made-up registration number <c>YYMMDD-GNNNNNC</c> that cannot be anyone's: its check digit is wrong by the foreigners' rule and by
/// the residents' rule. One that is right by either is refused.
/// </summary>
internal sealed partial class FictitiousNumber
{
    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    private readonly string _text;

    private FictitiousNumber(string text, DateOnly bornOn, char sex) => (_text, BornOn, Sex) = (text, bornOn, sex);

    public DateOnly BornOn { get; }

    /// <summary>M or F, as the digit after the hyphen tells.</summary>
    public char Sex { get; }

    /// <summary>A foreigner's number: the digit after the hyphen is 5 to 8.</summary>
    public static FictitiousNumber OfForeigner(string text) => Parse(text, '5');

    /// <summary>A resident's number: the digit after the hyphen is 1 to 4.</summary>
    public static FictitiousNumber OfResident(string text) => Parse(text, '1');

    /// <summary>A foreigner's number that the dice make.</summary>
    public static FictitiousNumber OfForeigner(DateOnly bornOn, char sex, ref Dice dice) => Draw(bornOn, sex, '5', ref dice);

    /// <summary>A resident's number that the dice make.</summary>
    public static FictitiousNumber OfResident(DateOnly bornOn, char sex, ref Dice dice) => Draw(bornOn, sex, '1', ref dice);

    public override string ToString() => _text;

    private static FictitiousNumber Draw(DateOnly bornOn, char sex, char firstGroup, ref Dice dice)
    {
        var group = firstGroup - '0' + (bornOn.Year < 2000 ? 0 : 2) + (sex == 'M' ? 0 : 1);
        string text;
        do
            text = string.Create(CultureInfo.InvariantCulture, $"{bornOn:yyMMdd}-{group}{dice.Below(1_000_000):000000}");
        while (HasCheckDigit(text, 13) || HasCheckDigit(text, 11));
        return Parse(text, firstGroup);
    }

    private static FictitiousNumber Parse(string text, char firstGroup)
    {
        if (!Form().IsMatch(text)) throw new SpecimenException($"{text} is not of the form YYMMDD-GNNNNNC.");

        var group = text[7] - firstGroup;
        if (group is < 0 or > 3) throw new SpecimenException($"{text}: the digit after the hyphen does not go with this card.");

        var century = group < 2 ? "19" : "20";
        if (!DateOnly.TryParseExact(century + text[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var bornOn))
            throw new SpecimenException($"{text} does not begin with a date of birth.");
        if (HasCheckDigit(text, 13) || HasCheckDigit(text, 11))
            throw new SpecimenException($"{text} could be a person's number: its check digit is right. Change the last digit.");

        return new(text, bornOn, group % 2 == 0 ? 'M' : 'F');
    }

    /// <summary>The check digit is (base - S mod 11) mod 10, with base 13 for foreigners and 11 for residents.</summary>
    private static bool HasCheckDigit(string text, int ruleBase)
    {
        var digits = text.Remove(6, 1);
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (digits[i] - '0') * Weights[i];
        return (ruleBase - (sum % 11)) % 10 == digits[12] - '0';
    }

    [GeneratedRegex(@"^[0-9]{6}-[0-9]{7}\z")]
    private static partial Regex Form();
}
