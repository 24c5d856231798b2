using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>What the readings of an alien card's fields come to.</summary>
internal static partial class AlienCardFields
{
    // What is on no list must be read with confidence, since letters of a blurred name are mistaken alike in all sizes: right readings of variants
    // come to 79 and more, alike but wrong ones to 64 and less.
    private const double SureConfidence = 75;

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
        "alienRegNumEtc" => Agreement.Of(readings.Latin, FurtherNumberIn, contradiction: true),
        _ => throw new ArgumentOutOfRangeException(nameof(readings)),
    };

    /// <summary>A name in Korean or in Latin capitals.</summary>
    public static FieldValue? Name(FieldReadings readings) => readings.Place.Line.IsKorean
        ? Agreement.Of(readings.Korean, KoreanNameIn, contradiction: true, sure: SureConfidence)
        : Agreement.Of(readings.Latin, LatinNameIn, contradiction: true, sure: SureConfidence);

    private static FieldValue? Number(FieldReadings readings) =>
        Agreement.OnNumber(readings, NumberForm()) is { } number && IsBirthDate(number.Text) ? number : null;

    private static bool IsBirthDate(string number) => DateOnly.TryParseExact(
        (number[7] is '5' or '6' ? "19" : "20") + number[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Its label is read before it.
    private static string? SexIn(string read) => read is [.., 'M' or 'F'] ? read[^1..] : null;

    private static string? KoreanNameIn(string read) =>
        Agreement.Squeezed(read) is { Length: > 1 } name && name.All(Hangul.IsSyllable) ? name : null;

    private static string? LatinNameIn(string read) => read.Replace('\u2019', '\'').ToUpperInvariant() is var name && LatinName().IsMatch(name) ? name : null;

    // As on the vendor page's sample: a letter, then digits. Which of the two it is tells apart what looks the same.
    private static string? FurtherNumberIn(string read)
    {
        if (Agreement.Squeezed(read) is not { Length: > 3 } number) return null;
        var first = number[0] switch { '1' => 'I', '0' => 'O', var letter => letter };
        var rest = number[1..].Replace('O', '0').Replace('I', '1');
        return FurtherForm().IsMatch(first + rest) ? first + rest : null;
    }

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

    [GeneratedRegex(@"^[A-Z][0-9]{3,}\z")]
    private static partial Regex FurtherForm();
}
