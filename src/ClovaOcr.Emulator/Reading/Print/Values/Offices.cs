using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>The immigration offices, as they sign cards.</summary>
internal static class Offices
{
    // Yangju and Gwangju differ in two letters.
    private const int Margin = 2;

    // A line of which the first word is missing is too far from any.
    private const int LettersForAnError = 8;

    private static readonly string[] KoreanEndings =
        ["출입국·외국인청장", "출입국·외국인사무소장", "출입국관리사무소장"];


    private static readonly string[][] Places = [.. KnownValues.Lines("Offices.txt").Select(line => line.Split('\t'))];

    private static readonly KnownValues InKorean = new(
        Places.SelectMany(place => KoreanEndings.Select(ending => place[0] + ending)), Margin, LettersForAnError);

    private static readonly KnownValues InEnglish = new(
        Places.SelectMany(place => place[1].Split('|')).Select(name => $"CHIEF, {name} IMMIGRATION OFFICE"), Margin, LettersForAnError);

    public static string? SnapKorean(string read) => InKorean.Snap(read);

    public static string? SnapEnglish(string read) => InEnglish.Snap(read);
}
