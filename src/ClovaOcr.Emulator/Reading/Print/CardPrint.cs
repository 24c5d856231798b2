using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>All the print of an upright card.</summary>
internal sealed class CardPrint
{
    private const int StripHeight = 40;
    public const int OneLine = 7;

    // Of the card's height and width. A title is the largest print of a card and stands at its top.
    private const double TitlePart = 0.3;
    private const double LeastTitleHeight = 0.028;

    // What is read in a title's Latin half is a syllable now and then; a longer line is the heading of a form.
    private const int MostFurtherSyllables = 3;

    // Print that lies upside down comes to no such lines, or one by chance.
    private const double SureConfidence = 85;
    private const int SureMarks = 5;
    private const int SureLines = 3;

    private static readonly TesseractSettings Latin = new("eng", OneLine);
    private static readonly TesseractSettings Korean = new("kor", OneLine);

    private CardPrint(UprightCard card, IReadOnlyList<PrintedLine> lines) => (Card, Lines) = (card, lines);

    public UprightCard Card { get; }

    /// <summary>From the top down.</summary>
    public IReadOnlyList<PrintedLine> Lines { get; }

    /// <summary>Whether there is print that can be read the way it lies, whatever it is.</summary>
    public bool IsUpright => Lines.Count(line => Math.Max(line.Latin.LeastConfidence, line.Korean.LeastConfidence) > SureConfidence
        && line.Line.Marks.Count >= SureMarks) >= SureLines;

    /// <summary>Reads every line in Latin and in Korean letters.</summary>
    /// <exception cref="CardReaderException">Tesseract failed.</exception>
    public static async Task<CardPrint> ReadAsync(UprightCard card, TesseractPool pool, CancellationToken cancellation)
    {
        var lines = TextLines.Find(InkMask.Of(card.Print));
        if (lines.Count == 0) return new CardPrint(card, []);
        var strips = lines.Select(line => LineStrip.Cut(card.Print, line.Box, StripHeight)).ToArray();
        var images = strips.Select(strip => strip.Image).ToArray();
        var readings = await Task.WhenAll(pool.ReadAsync(images, Latin, cancellation), pool.ReadAsync(images, Korean, cancellation));
        return new CardPrint(card, [.. lines.Select((line, i) => new PrintedLine(line, strips[i], readings[0][i], readings[1][i]))]);
    }

    /// <summary>The lines that are a card's title.</summary>
    /// <param name="titles">What it may be, in Korean or English.</param>
    public IReadOnlyList<PrintedLine> TitleLines(IReadOnlyList<string> titles) =>
        [.. Lines.Where(line => line.Box.MiddleY < Card.Print.Height * TitlePart && titles.Any(title => IsTitle(line, title)))];

    private static bool IsTitle(PrintedLine line, string title) => line.Holds(title) && (Hangul.Share(title) == 0
        || (line.Box.Height >= UprightCard.CardWidth * LeastTitleHeight
            && line.Korean.Text.Count(Hangul.IsSyllable) <= title.Length + MostFurtherSyllables));
}
