using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print;

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
}
