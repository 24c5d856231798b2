using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Print.Values;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>
/// The heading of a card: in Korean, in English, or both in one line. It is all that its line says, which the heading of a form or letter is not.
/// </summary>
/// <param name="Korean">In Korean; null when there is none.</param>
/// <param name="English">In English, in one wording or another.</param>
internal sealed record Title(string? Korean, params string[] English)
{
    // Of the card's width: the Korean title is the largest print of a card.
    private const double LeastHeight = 0.028;

    // What is read in the Latin half of a line is a syllable now and then.
    private const int MostFurtherSyllables = 3;

    // Other cards have titles that differ in one word, such as "PATIENT REGISTRATION CARD".
    private const int LettersForAnError = 12;

    /// <summary>Whether a line says it.</summary>
    public bool Is(PrintedLine line)
    {
        var isKorean = Korean is not null
            && line.Box.Height >= UprightCard.CardWidth * LeastHeight
            && line.Holds(Korean)
            && line.Korean.Text.Count(Hangul.IsSyllable) <= Korean.Length + MostFurtherSyllables;
        return isKorean || English.Any(title => IsEnglish(line, Likeness.Bare(title)));
    }

    private static bool IsEnglish(PrintedLine line, string title) =>
        Likeness.Distance(Likeness.Bare(line.Latin.Text), title) <= title.Length / LettersForAnError;
}
