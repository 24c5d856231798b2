using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>The immigration offices, as they sign cards.</summary>
internal static class Offices
{
    private static readonly string[] KoreanEndings =
        ["출입국·외국인청장", "출입국·외국인사무소장", "출입국·외국인청", "출입국·외국인사무소", "출입국관리사무소장", "출입국·외국인청 출장소장", "출장소장"];

    private static readonly string[] EnglishForms = ["CHIEF, {0} IMMIGRATION OFFICE", "{0} IMMIGRATION OFFICE", "CHIEF OF {0} IMMIGRATION OFFICE"];

    private static readonly string[][] Places = [.. KnownValues.Lines("Offices.txt").Select(line => line.Split('\t'))];

    private static readonly KnownValues InKorean = new(Places.SelectMany(place => KoreanEndings.Select(ending => place[0] + ending)));

    private static readonly KnownValues InEnglish = new(
        Places.SelectMany(place => place[1].Split('|')).SelectMany(name => EnglishForms.Select(form => string.Format(null, form, name))));

    public static FieldValue? Korean(List<LineReading> readings) => Same(readings, InKorean);

    public static FieldValue? English(List<LineReading> readings) => Same(readings, InEnglish);

    private static FieldValue? Same(List<LineReading> readings, KnownValues known)
    {
        var values = readings.Select(reading => known.Snap(reading.Text)).Distinct().ToArray();
        return values is [{ } value] ? new FieldValue(value, readings.Min(reading => reading.LeastConfidence) / 100) : null;
    }
}
