using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>What the readings of an alien card's fields come to; null wherever they do not agree, so that nothing is invented.</summary>
internal static partial class AlienCardFields
{
    // What is no known value must be read with some confidence: letters of a blurred name are mistaken alike in all sizes.
    private const double LeastConfidence = 60;

    private static readonly KnownValues Nationalities = new(KnownValues.Lines("Nationalities.txt"));

    /// <summary>What a field says.</summary>
    public static FieldValue? ValueOf(FieldReadings readings) => readings.Place.Field switch
    {
        "alienRegNum" => Number(readings),
        "issueDate" => Date(readings),
        "sex" => Sex(readings),
        "name" => Name(readings),
        "nationality" => Nationality(readings),
        "visaType" => VisaType(readings),
        "authority" => Agreed(AsKorean(readings), Offices.SnapKorean),
        "authorityEng" => Agreed(AsPrinted(readings.Latin), Offices.SnapEnglish),
        "alienRegNumEtc" => FurtherNumber(readings),
        _ => throw new ArgumentOutOfRangeException(nameof(readings)),
    };

    // Read as digits, as Latin and as Korean letters, in several sizes, gray and black and white: a single reading that comes to another number
    // makes all of them doubtful.
    private static FieldValue? Number(FieldReadings readings) => Agreed(
        AsDigits(readings), text => NumberForm().IsMatch(text) && IsBirthDate(text) ? text : null, needed: 3, contradiction: true);

    private static bool IsBirthDate(string number) =>
        DateOnly.TryParseExact((number[7] is '5' or '6' ? "19" : "20") + number[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static FieldValue? Date(FieldReadings readings) =>
        Agreed(AsDigits(readings), text => DateForm().Match(text) is { Success: true } form && PartsOf(form) is not null ? text : null) is { } value
            ? value with { Date = PartsOf(DateForm().Match(value.Text)) }
            : null;

    private static PrintedDate? PartsOf(Match form)
    {
        var date = new PrintedDate(form.Groups["year"].Value, form.Groups["month"].Value, form.Groups["day"].Value);
        return DateOnly.TryParseExact(date.Year + date.Month + date.Day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? date : null;
    }

    // Its label is read before it.
    private static FieldValue? Sex(FieldReadings readings) => Agreed(
        AsPrinted(readings.Latin), text => text.TrimEnd() is [.., 'M' or 'F'] read ? read[^1..] : null, contradiction: true);

    private static FieldValue? Name(FieldReadings readings) => readings.Place.Line.IsKorean
        ? Agreed(AsKorean(readings), text => Hangul.Share(text) == 1 && text.Length >= 2 ? text : null, least: LeastConfidence)
        : Agreed(AsCapitals(readings), text => LatinName().IsMatch(text) ? text : null, least: LeastConfidence);

    private static FieldValue? Nationality(FieldReadings readings) =>
        Agreed(readings.Place.Line.IsKorean ? AsKorean(readings) : AsCapitals(readings), Nationalities.Snap);

    private static FieldValue? VisaType(FieldReadings readings)
    {
        var isKorean = readings.Place.Line.IsKorean;
        if (Agreed(AsPrinted(readings.Latin), VisaTypes.CodeIn, contradiction: true) is not { } code) return null;
        var name = Agreed(
            isKorean ? AsKorean(readings) : AsPrinted(readings.Latin),
            text => VisaTypes.NameIn(text) is { Length: > 1 } read ? VisaTypes.SnapName(code.Text, read) ?? read : null);
        return name is null ? null : new FieldValue(
            isKorean ? $"{name.Text}({code.Text})" : $"{name.Text} ({code.Text})", Math.Min(name.Confidence, code.Confidence));
    }

    // Whether it begins with a letter or a digit is not known, and some look alike.
    private static FieldValue? FurtherNumber(FieldReadings readings) => Agreed(
        readings.Latin.Select(reading => (Squeezed(reading.Text), reading.LeastConfidence)),
        text => FurtherForm().IsMatch(text) ? text : null,
        contradiction: true,
        least: LeastConfidence);

    /// <summary>What at least two readings come to, if no other two come to something else.</summary>
    /// <param name="readings">What was read, and how surely.</param>
    /// <param name="take">What a reading comes to; null when it is not what can stand there.</param>
    /// <param name="needed">How many readings must come to it.</param>
    /// <param name="contradiction">Whether a single reading that comes to something else makes the value doubtful.</param>
    /// <param name="least">How sure a reading must be to count, 0 to 100.</param>
    private static FieldValue? Agreed(
        IEnumerable<(string Text, double Confidence)> readings, Func<string, string?> take, int needed = 2, bool contradiction = false, double least = 0)
    {
        var groups = readings
            .Select(reading => (Value: take(reading.Text), reading.Confidence))
            .Where(reading => reading.Value is not null && reading.Confidence >= least)
            .GroupBy(reading => reading.Value!, reading => reading.Confidence)
            .Where(group => contradiction || group.Count() >= needed)
            .ToArray();
        return groups is [var agreed] && agreed.Count() >= needed
            ? new FieldValue(agreed.Key, agreed.OrderDescending().ElementAt(needed - 1) / 100)
            : null;
    }

    private static IEnumerable<(string Text, double Confidence)> AsDigits(FieldReadings readings) =>
        readings.Digits.Concat(readings.Latin).Concat(readings.Korean).Select(reading => (Squeezed(reading.Text), reading.LeastConfidence));

    /// <summary>Korean as it is written: the space between syllables that Tesseract sees is none.</summary>
    private static IEnumerable<(string Text, double Confidence)> AsKorean(FieldReadings readings) =>
        readings.Korean.Select(reading => (Squeezed(reading.Text), reading.LeastConfidence));

    private static IEnumerable<(string Text, double Confidence)> AsCapitals(FieldReadings readings) =>
        readings.Latin.Select(reading => (reading.Text.ToUpperInvariant(), reading.LeastConfidence));

    private static IEnumerable<(string Text, double Confidence)> AsPrinted(IEnumerable<LineReading> readings) =>
        readings.Select(reading => (reading.Text, reading.LeastConfidence));

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{6}-[5-8][0-9]{6}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})[.-](?<month>[0-9]{2})[.-](?<day>[0-9]{2})\.?\z")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[A-Z][A-Z'-]*( [A-Z][A-Z'-]*)*\z")]
    private static partial Regex LatinName();

    [GeneratedRegex(@"^[A-HJ-NP-Z2-9][A-Z0-9-]{3,}\z")]
    private static partial Regex FurtherForm();
}
