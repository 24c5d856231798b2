using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>What the readings of an alien card's fields come to.</summary>
internal static partial class AlienCardFields
{
    private static readonly KnownValues Nationalities = new(KnownValues.Lines("Nationalities.txt"));

    /// <summary>What a field says.</summary>
    /// <returns>Null when its readings do not agree.</returns>
    public static FieldValue? ValueOf(FieldReadings readings) => readings.Place.Field switch
    {
        "alienRegNum" => Number(readings),
        "issueDate" => Agreement.OnDate(readings),
        "sex" => Agreement.Of(readings.Latin, SexIn),
        "name" => HolderNames.ValueOf(readings),
        "nationality" => Agreement.Of(readings.Own, Nationalities.Snap, byMajority: true),
        "visaType" => VisaType(readings),
        "authority" => Agreement.Of(readings.Korean, Offices.SnapKorean, byMajority: true),
        "authorityEng" => Agreement.Of(readings.Latin, Offices.SnapEnglish, byMajority: true),
        "alienRegNumEtc" => readings.Latin.Any(BeginsWithLetter) ? Agreement.Of(readings.Latin, FurtherNumberIn) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(readings)),
    };

    private static FieldValue? Number(FieldReadings readings) =>
        Agreement.OnNumber(readings, NumberForm()) is { } number && IsBirthDate(number.Text) ? number : null;

    private static bool IsBirthDate(string number)
    {
        var day = (number[7] is '5' or '6' ? "19" : "20") + number[..6];
        return DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date <= DateOnly.FromDateTime(DateTime.UtcNow);
    }

    // Its label is read before it, and its right edge now and then as a stroke behind it.
    private static string? SexIn(string read) => SexForm().Match(read) is { Success: true } form ? form.Groups["sex"].Value : null;

    private static bool BeginsWithLetter(LineReading reading) => reading.Text is [>= 'A' and <= 'Z', ..];

    // As on the vendor page's sample: a letter, then digits. That tells apart what looks the same.
    private static string? FurtherNumberIn(string read)
    {
        if (Agreement.Squeezed(read) is not { Length: > 1 } number) return null;
        var first = number[0] switch { '1' => 'I', '0' => 'O', var letter => letter };
        var rest = number[1..].Replace('O', '0').Replace('I', '1');
        return FurtherForm().IsMatch(first + rest) ? first + rest : null;
    }

    private static FieldValue? VisaType(FieldReadings readings)
    {
        if (Agreement.Of(readings.Latin, VisaTypes.CodeIn) is not { } code) return null;
        var name = Agreement.Of(readings.Own, read => VisaTypes.NameIn(code.Text, read), byMajority: true)
            ?? Agreement.Of(readings.Own, VisaTypes.FurtherNameIn, sure: HolderNames.SureConfidence);
        if (name is null) return null;
        var text = readings.Place.Line.IsKorean ? $"{name.Text}({code.Text})" : $"{name.Text} ({code.Text})";
        return new FieldValue(text, Math.Min(name.Confidence, code.Confidence));
    }

    [GeneratedRegex(@"^[0-9]{6}-[5-8][0-9]{6}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"(?<sex>[MF])[|!il.]?\z")]
    private static partial Regex SexForm();

    [GeneratedRegex(@"^[A-Z][0-9]{4,6}\z")]
    private static partial Regex FurtherForm();
}
