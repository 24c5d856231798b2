using System;
using System.Collections.Generic;
using System.Text;

namespace ClovaOcr.Platform;

/// <summary>
/// Takes two paths for the same if any of the usual file systems does: Windows and macOS make no difference between cases, and macOS none
/// between a Korean syllable and its letters.
/// </summary>
internal sealed class FileNameComparer : IEqualityComparer<string>
{
    private const char FirstLeading = '\u1100', LastLeading = '\u1112', FirstVowel = '\u1161', LastVowel = '\u1175';
    private const char BeforeFirstTrailing = '\u11A7', LastTrailing = '\u11C2', FirstSyllable = '\uAC00', LastSyllable = '\uD7A3';
    private const int Vowels = 21;
    private const int Trailings = 28;

    public static FileNameComparer Instance { get; } = new();

    public bool Equals(string? left, string? right) =>
        left is null || right is null ? left == right : StringComparer.OrdinalIgnoreCase.Equals(Composed(left), Composed(right));

    public int GetHashCode(string path) => StringComparer.OrdinalIgnoreCase.GetHashCode(Composed(path));

    private static string Composed(string path)
    {
        try
        {
            path = path.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a pair of surrogates has no normal form; the name is compared as it is.
        }

        return WithSyllables(path);
    }

    // .NET without its tables of all languages, as in many containers, normalises nothing; for Korean it takes arithmetic only.
    private static string WithSyllables(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var letter in path)
        {
            var last = text.Length == 0 ? '\0' : text[text.Length - 1];
            if (last is >= FirstLeading and <= LastLeading && letter is >= FirstVowel and <= LastVowel)
                text[text.Length - 1] = (char)(FirstSyllable + ((((last - FirstLeading) * Vowels) + (letter - FirstVowel)) * Trailings));
            else if (last is >= FirstSyllable and <= LastSyllable && (last - FirstSyllable) % Trailings == 0
                && letter is > BeforeFirstTrailing and <= LastTrailing)
                text[text.Length - 1] = (char)(last + (letter - BeforeFirstTrailing));
            else
                text.Append(letter);
        }

        return text.ToString();
    }
}
