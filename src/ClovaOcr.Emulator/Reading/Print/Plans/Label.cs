using System;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Values;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>A small text that is printed above or before a value and says what it is.</summary>
/// <param name="Field">The vendor page's name for the value.</param>
/// <param name="Texts">What it may say, in Korean or English; a single short word counts only as it stands, since "States" is near "Status".</param>
internal sealed record Label(string Field, params string[] Texts)
{
    private const int ShortWord = 6;

    /// <summary>Whether a line says it.</summary>
    public bool Is(PrintedLine line) => Texts.Any(text => Says(line, text));

    private static bool Says(PrintedLine line, string text) =>
        Hangul.Share(text) == 0 && text.Length <= ShortWord
            ? line.Latin.Words.Any(word => string.Equals(word.Text, text, StringComparison.Ordinal))
            : line.Holds(text);
}
