using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>What several readings of a value come to; null wherever they do not agree, so that nothing is invented.</summary>
internal static partial class Agreement
{
    private const int NumberReadings = 3;

    // Right readings of numbers are often less sure than this, but a single wrong one does not speak against three others.
    private const double GuessConfidence = 50;

    /// <summary>What enough readings come to, if no other reading comes to something else.</summary>
    /// <param name="readings">What was read.</param>
    /// <param name="take">What a reading comes to; null when it is not what can stand there.</param>
    /// <param name="needed">How many readings must come to it.</param>
    /// <param name="sure">How sure a reading must be to count, 0 to 100.</param>
    /// <param name="byMajority">Whether one reading may come to something else: where values are of a list, and far from one another.</param>
    public static FieldValue? Of(
        IEnumerable<LineReading> readings, Func<string, string?> take, int needed = 2, double sure = 0, bool byMajority = false)
    {
        var groups = readings
            .Select(reading => (Value: take(reading.Text), Confidence: reading.LeastConfidence))
            .Where(reading => reading.Value is not null && reading.Confidence >= sure)
            .GroupBy(reading => reading.Value!, reading => reading.Confidence)
            .ToArray();
        var agreed = groups.Where(group => group.Count() >= needed).ToArray();
        return agreed.Length == 1 && (byMajority || groups.Length == 1)
            ? new FieldValue(agreed[0].Key, agreed[0].OrderDescending().ElementAt(needed - 1) / 100)
            : null;
    }

    /// <summary>
    /// A registration number, read as Latin and as Korean letters, in several sizes, gray and black and white: three readings must be alike,
    /// of both kinds of letters, because one kind may take a 7 for a 1 in every size.
    /// </summary>
    /// <param name="readings">Where it stands.</param>
    /// <param name="form">What it looks like, without spaces.</param>
    public static FieldValue? OnNumber(FieldReadings readings, Regex form)
    {
        if (Of(readings.All.Where(IsNoGuess), Take, needed: 1) is not { } only) return null;
        bool IsAgreed(LineReading reading) => Take(reading.Text) == only.Text;
        var isOfBothKinds = readings.Latin.Any(IsAgreed) && readings.Korean.Any(IsAgreed);
        return isOfBothKinds && readings.All.Count(IsAgreed) >= NumberReadings ? only : null;

        string? Take(string read) => form.Match(Squeezed(read)) is { Success: true } number ? number.Value : null;
    }

    /// <summary>A date of the calendar in digits: year, month, day.</summary>
    public static FieldValue? OnDate(FieldReadings readings)
    {
        if (Of(readings.All, text => PartsOf(text)?.ToString()) is not { } agreed) return null;
        var read = readings.All.Select(reading => Squeezed(reading.Text)).First(text => PartsOf(text)?.ToString() == agreed.Text);
        return agreed with { Text = read, Date = PartsOf(read) };
    }

    /// <summary>Without spaces: Tesseract sees them between Korean syllables, and around hyphens, where there are none.</summary>
    public static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static PrintedDate? PartsOf(string read)
    {
        var form = DateForm().Match(Squeezed(read));
        if (!form.Success) return null;
        var date = new PrintedDate(
            form.Groups["year"].Value, form.Groups["month"].Value.PadLeft(2, '0'), form.Groups["day"].Value.PadLeft(2, '0'));
        var isDay = DateOnly.TryParseExact(
            date.Year + date.Month + date.Day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isDay ? date : null;
    }

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})(?<mark>[.-])(?<month>[01]?[0-9])\k<mark>(?<day>[0-3]?[0-9])\.?\z")]
    private static partial Regex DateForm();

    private static bool IsNoGuess(LineReading reading) => reading.LeastConfidence >= GuessConfidence;
}
