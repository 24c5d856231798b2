using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>What the readings of an alien card's fields come to.</summary>
internal static partial class AlienCardFields
{
    // What is no known value must be read with some confidence: letters of a blurred name are mistaken alike in all sizes.
    private const double LeastConfidence = 60;

    private static readonly KnownValues Nationalities = new(KnownValues.Lines("Nationalities.txt"));

    /// <summary>What a field says.</summary>
    /// <returns>Null when its readings do not agree.</returns>
    public static FieldValue? ValueOf(FieldReadings readings) => readings.Place.Field switch
    {
        "alienRegNum" => Number(readings),
        "issueDate" => Agreement.OnDate(readings),
        "sex" => Agreement.Of(readings.Latin, SexIn, contradiction: true),
        "name" => Name(readings),
        "nationality" => Agreement.Of(readings.Own, Nationalities.Snap),
        "visaType" => VisaType(readings),
        "authority" => Agreement.Of(readings.Korean, Offices.SnapKorean),
        "authorityEng" => Agreement.Of(readings.Latin, Offices.SnapEnglish),
        "alienRegNumEtc" => Agreement.Of(readings.Latin, FurtherNumberIn, contradiction: true, least: LeastConfidence),
        _ => throw new ArgumentOutOfRangeException(nameof(readings)),
    };

    /// <summary>A name in Korean or in Latin capitals.</summary>
    public static FieldValue? Name(FieldReadings readings) => readings.Place.Line.IsKorean
        ? Agreement.Of(readings.Korean, KoreanNameIn, least: LeastConfidence)
        : Agreement.Of(readings.Latin, LatinNameIn, least: LeastConfidence);

    private static FieldValue? Number(FieldReadings readings) =>
        Agreement.OnNumber(readings, NumberForm()) is { } number && IsBirthDate(number.Text) ? number : null;

    private static bool IsBirthDate(string number) => DateOnly.TryParseExact(
        (number[7] is '5' or '6' ? "19" : "20") + number[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Its label is read before it.
    private static string? SexIn(string read) => read is [.., 'M' or 'F'] ? read[^1..] : null;

    private static string? KoreanNameIn(string read) =>
        Agreement.Squeezed(read) is { Length: > 1 } name && name.All(Hangul.IsSyllable) ? name : null;

    private static string? LatinNameIn(string read) => read.ToUpperInvariant() is var name && LatinName().IsMatch(name) ? name : null;

    private static string? FurtherNumberIn(string read) =>
        Agreement.Squeezed(read) is var number && FurtherForm().IsMatch(number) ? number : null;

    private static FieldValue? VisaType(FieldReadings readings)
    {
        if (Agreement.Of(readings.Latin, VisaTypes.CodeIn, contradiction: true) is not { } code) return null;
        var name = Agreement.Of(readings.Own, read => VisaTypes.NameIn(code.Text, read));
        return name is null ? null : new FieldValue(
            readings.Place.Line.IsKorean ? $"{name.Text}({code.Text})" : $"{name.Text} ({code.Text})", Math.Min(name.Confidence, code.Confidence));
    }

    [GeneratedRegex(@"^[0-9]{6}-[5-8][0-9]{6}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[A-Z][A-Z'-]*( [A-Z][A-Z'-]*)*\z")]
    private static partial Regex LatinName();

    // Whether it begins with a letter or a digit is not known, and I and 1, O and 0 look alike.
    [GeneratedRegex(@"^[A-HJ-NP-Z2-9][A-Z0-9-]{3,}\z")]
    private static partial Regex FurtherForm();
}
