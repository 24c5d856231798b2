using System;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>How far texts are from one another, in letters put in, left out or changed (Levenshtein 1966).</summary>
internal static class Likeness
{
    // Longer ones are no line of a card, and the work grows with the product of the lengths.
    private const int Longest = 120;

    // Unicode counts it among the letters, but it is how Tesseract reads the dot in the middle of an office's name.
    private const char OldKoreanDot = '\u318D';

    /// <summary>What counts when texts are compared: letters and digits, in lower case, Korean syllables taken apart into their letters.</summary>
    public static string Bare(string text) => string.Concat(
        Hangul.TakenApart(text).Where(letter => char.IsLetterOrDigit(letter) && letter != OldKoreanDot)).ToLowerInvariant();

    /// <summary>How many letters the whole of two texts differ in.</summary>
    public static int Distance(string a, string b) => Cheapest(a, b, anywhere: false);

    /// <summary>How many letters a text's most alike part differs in from what is looked for.</summary>
    public static int DistanceOfPart(string text, string part) => Cheapest(text, part, anywhere: true);

    /// <summary>Whether something stands in a text, read with at most a letter in four wrong.</summary>
    public static bool Holds(string text, string part)
    {
        var (bare, wanted) = (Bare(text), Bare(part));
        return DistanceOfPart(bare, wanted) <= wanted.Length / 4;
    }

    private static int Cheapest(string text, string pattern, bool anywhere)
    {
        if (text.Length > Longest) return int.MaxValue;

        // costs[j]: what it takes to make the pattern from the letters of the text up to j.
        var costs = Enumerable.Range(0, text.Length + 1).Select(j => anywhere ? 0 : j).ToArray();
        for (var i = 1; i <= pattern.Length; i++)
        {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= text.Length; j++)
            {
                var changed = diagonal + (pattern[i - 1] == text[j - 1] ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.Min(changed, Math.Min(costs[j], costs[j - 1]) + 1);
            }
        }

        return anywhere ? costs.Min() : costs[^1];
    }
}
