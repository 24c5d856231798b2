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
        "authority" => Offices.Korean(readings.Korean),
        "authorityEng" => Offices.English(readings.Latin),
        "alienRegNumEtc" => FurtherNumber(readings),
        _ => throw new ArgumentOutOfRangeException(nameof(readings)),
    };

    private static FieldValue? Number(FieldReadings readings)
    {
        var twice = readings.Digits.Select(reading => Squeezed(reading.Text)).ToArray();
        if (twice.Distinct().Count() != 1 || !NumberForm().IsMatch(twice[0]) || !IsBirthDate(twice[0])) return null;

        // Readings as any text were made too; where one of them came to another number, nobody knows which is right.
        LineReading[] others = [readings.Place.Line.Latin, readings.Place.Line.Korean];
        return others.Select(other => NumberForm().Match(Squeezed(other.Text))).Any(other => other.Success && other.Value != twice[0])
            ? null
            : new FieldValue(twice[0], Least(readings.Digits));
    }

    private static bool IsBirthDate(string number) =>
        DateOnly.TryParseExact((number[7] is '5' or '6' ? "19" : "20") + number[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static FieldValue? Date(FieldReadings readings)
    {
        var dates = readings.Digits.Select(reading => DateForm().Match(Squeezed(reading.Text))).ToArray();
        if (!dates.All(date => date.Success) || dates.Select(PartsOf).Distinct().Count() != 1) return null;
        var parts = PartsOf(dates[0]);
        var exists = DateOnly.TryParseExact(
            parts.Year + parts.Month + parts.Day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return exists ? new FieldValue(dates[0].Value, Least(readings.Digits), parts) : null;
    }

    private static PrintedDate PartsOf(Match date) => new(date.Groups["year"].Value, date.Groups["month"].Value, date.Groups["day"].Value);

    private static FieldValue? Sex(FieldReadings readings)
    {
        var twice = readings.Latin.Select(reading => Squeezed(reading.Text)).Distinct().ToArray();
        return twice is ["M" or "F"] ? new FieldValue(twice[0], Least(readings.Latin)) : null;
    }

    private static FieldValue? Name(FieldReadings readings)
    {
        if (readings.Korean.Count > 0)
            return Agreed(readings.Korean, Joined, text => Hangul.Share(text) == 1 && text.Length >= 2);
        return Agreed(readings.Latin, Capitals, text => LatinName().IsMatch(text));
    }

    private static FieldValue? Nationality(FieldReadings readings)
    {
        var (read, form) = readings.Korean.Count > 0 ? (readings.Korean, (Func<LineReading, string>)Joined) : (readings.Latin, Capitals);
        var known = read.Select(reading => Nationalities.Snap(form(reading))).Distinct().ToArray();
        return known is [{ } value] ? new FieldValue(value, Least(read)) : null;
    }

    private static FieldValue? VisaType(FieldReadings readings)
    {
        var codes = readings.Latin.Select(reading => VisaTypes.CodeIn(reading.Text)).Distinct().ToArray();
        if (codes is not [{ } code]) return null;
        var isKorean = readings.Korean.Count > 0;
        var read = isKorean ? readings.Korean : readings.Latin;
        var names = read
            .Select(reading => VisaTypes.NameIn(isKorean ? Joined(reading) : reading.Text))
            .Select(name => VisaTypes.SnapName(code, name) ?? name)
            .Distinct()
            .ToArray();
        return names is [{ Length: > 1 } known] ? new FieldValue(isKorean ? $"{known}({code})" : $"{known} ({code})", Least(read)) : null;
    }

    private static FieldValue? FurtherNumber(FieldReadings readings) =>
        Agreed(readings.Latin, reading => Squeezed(reading.Text), text => FurtherForm().IsMatch(text));

    /// <summary>What all readings say, if it has the right form.</summary>
    private static FieldValue? Agreed(List<LineReading> readings, Func<LineReading, string> form, Func<string, bool> isRight)
    {
        var texts = readings.Select(form).Distinct().ToArray();
        return texts is [var text] && isRight(text) ? new FieldValue(text, Least(readings)) : null;
    }

    private static double Least(List<LineReading> readings) => readings.Min(reading => reading.LeastConfidence) / 100;

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Korean as it is written: the space between syllables that Tesseract sees is none.</summary>
    private static string Joined(LineReading reading) => Squeezed(reading.Text);

    private static string Capitals(LineReading reading) => reading.Text.ToUpperInvariant();

    [GeneratedRegex(@"^[0-9]{6}-[5-8][0-9]{6}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})[.-](?<month>[0-9]{2})[.-](?<day>[0-9]{2})\.?\z")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[A-Z][A-Z'-]*( [A-Z][A-Z'-]*)*\z")]
    private static partial Regex LatinName();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{3,}\z")]
    private static partial Regex FurtherForm();
}
