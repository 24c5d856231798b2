using System;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Values;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>A line of a card and what was read in it, taken for Latin letters and for Korean ones.</summary>
/// <param name="Line">Where it is.</param>
/// <param name="Strip">The picture in which it was read.</param>
/// <param name="Latin">Taken for Latin letters.</param>
/// <param name="Korean">Taken for Korean ones.</param>
internal sealed record PrintedLine(TextLine Line, LineStrip Strip, LineReading Latin, LineReading Korean)
{
    private const double LeastSenseConfidence = 60;

    public PixelBox Box => Line.Box;

    /// <summary>Whether it is in Korean: read as such it makes syllables, and read as Latin it makes no sense or less.</summary>
    public bool IsKorean => Hangul.Share(Korean.Text) >= 0.5
        && (Korean.MeanConfidence > Latin.MeanConfidence || Latin.MeanConfidence < LeastSenseConfidence);

    /// <summary>What it says, in its own letters.</summary>
    public LineReading Own => IsKorean ? Korean : Latin;

    /// <summary>Whether a text in either letters stands in it, read with a letter in four wrong at most.</summary>
    public bool Holds(string text) => Likeness.Holds(Hangul.Share(text) > 0 ? Korean.Text : Latin.Text, text);

    /// <summary>Whether it stands below a label and flush with it, as the label's value does.</summary>
    public bool IsBelow(PrintedLine label) =>
        this != label && Box.IsBelow(label.Box) && Box.Top - label.Box.Bottom < 2 * label.Box.Height && Box.Height >= label.Box.Height;

    /// <summary>The ink of what it says, without flecks before and behind it.</summary>
    public PixelBox Ink
    {
        get
        {
            if (Own.Text is [.., '.']) return Box;
            var areas = Own.Words.Select(word => Strip.OnCard(word.Left, word.Top, word.Width, word.Height)).ToArray();
            var tallest = Line.Marks.Max(mark => mark.Height);
            var letters = Line.Marks.Where(mark => IsKorean || areas.Any(area => mark.MiddleX >= area.Left && mark.MiddleX <= area.Right))
                .SkipWhile(IsFleck).Reverse().SkipWhile(IsFleck).ToArray();
            return letters.Length > 0 ? PixelBox.Around(letters) : Box;

            // Parts of Korean syllables are small in one direction only.
            bool IsFleck(PixelBox mark) => IsKorean ? Math.Max(mark.Width, mark.Height) < tallest / 5 : mark.Height < tallest / 2;
        }
    }

    /// <summary>The ink of the digits with which it begins: marks that are as tall as each other, up to the first wide gap.</summary>
    /// <param name="most">How many there may be.</param>
    public PixelBox InkOfDigits(int most)
    {
        var tallest = Line.Marks.Max(mark => mark.Height);
        var digits = Line.Marks.Where(mark => mark.Height >= tallest * 0.75).Take(most).ToArray();
        var gap = Enumerable.Range(1, digits.Length - 1)
            .Where(i => -digits[i].SharedColumns(digits[i - 1]) > 1.5 * tallest)
            .FirstOrDefault(digits.Length);
        return PixelBox.Around(digits[..gap]);
    }
}
