using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Values;

/// <summary>Korean letters.</summary>
internal static class Hangul
{
    public static bool IsSyllable(char letter) => letter is >= '\uAC00' and <= '\uD7A3';

    /// <summary>How many of a text's letters are Korean syllables, 0 to 1.</summary>
    public static double Share(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters == 0 ? 0 : text.Count(IsSyllable) / (double)letters;
    }

    /// <summary>A text with its syllables taken apart into their two or three letters (The Unicode Standard, 3.12).</summary>
    // By arithmetic, because a runtime without globalization data leaves syllables whole when it normalises.
    public static IEnumerable<char> TakenApart(string text)
    {
        const int vowels = 21, finals = 28;
        foreach (var letter in text)
        {
            if (!IsSyllable(letter))
            {
                yield return letter;
                continue;
            }

            var place = letter - '\uAC00';
            yield return (char)('\u1100' + (place / (vowels * finals)));
            yield return (char)('\u1161' + (place / finals % vowels));
            if (place % finals > 0) yield return (char)('\u11A7' + (place % finals));
        }
    }
}
