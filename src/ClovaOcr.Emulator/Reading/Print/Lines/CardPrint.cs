using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Print.Plans;
using ClovaOcr.Emulator.Reading.Print.Upright;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>All the print of an upright card.</summary>
internal sealed class CardPrint
{
    private const int StripHeight = 40;

    // Of the card's height: a title stands at its top.
    private const double TitlePart = 0.3;

    // Print that lies upside down comes to no such lines, or one by chance.
    private const double SureConfidence = 85;
    private const double SenseConfidence = 70;
    private const int SureMarks = 5;
    private const int SureLines = 3;

    // The card with the least print has ten.
    private const int LeastLines = 6;

    /// <summary>How a line of Latin letters is read.</summary>
    public static readonly TesseractSettings Latin = new("eng");

    /// <summary>How a line of Korean letters is read.</summary>
    public static readonly TesseractSettings Korean = new("kor");

    public CardPrint(UprightCard card, IReadOnlyList<PrintedLine> lines) => (Card, Lines) = (card, lines);

    public UprightCard Card { get; }

    /// <summary>From the top down.</summary>
    public IReadOnlyList<PrintedLine> Lines { get; }

    /// <summary>Whether there is print that can be read the way it lies, whatever it is.</summary>
    public bool IsUpright => Lines.Count(line => Math.Max(line.Latin.LeastConfidence, line.Korean.LeastConfidence) > SureConfidence
        && line.Line.Marks.Count >= SureMarks) >= SureLines;

    /// <summary>Reads every line as Latin letters, and as Korean ones if it may be in Korean.</summary>
    /// <returns>No lines where there is too little print for a card, or none that can be read the way it lies.</returns>
    /// <exception cref="CardReaderException">Tesseract failed.</exception>
    public static async Task<CardPrint> ReadAsync(UprightCard card, TesseractPool pool, CancellationToken cancellation)
    {
        var lines = card.Lines;
        if (lines.Count(line => line.Marks.Count >= SureMarks) < LeastLines) return new CardPrint(card, []);
        var strips = lines.Select(line => LineStrip.Cut(card.Print, line.Box, StripHeight)).ToArray();
        var latin = await pool.ReadAsync([.. strips.Select(strip => strip.Image)], Latin, cancellation);
        if (!latin.Any(IsLatin)) return new CardPrint(card, []);
        var open = Enumerable.Range(0, strips.Length).Where(i => !IsSurelyLatin(latin[i])).ToArray();
        var korean = await pool.ReadAsync([.. open.Select(i => strips[i].Image)], Korean, cancellation);
        return new CardPrint(card, [.. lines.Select((line, i) => new PrintedLine(line, strips[i], latin[i], KoreanOf(i)))]);

        LineReading KoreanOf(int line) => Array.IndexOf(open, line) is >= 0 and var at ? korean[at] : LineReading.None;
    }

    // Such a line need not be taken for Korean: Hangul read as Latin comes to some 60 at most.
    private static bool IsSurelyLatin(LineReading reading) => reading.LeastConfidence > SureConfidence && IsLatin(reading);

    // Every card has a number, a date or a name in such letters. What lies upside down, and what is no print, has none that make sense.
    private static bool IsLatin(LineReading reading) =>
        reading.LeastConfidence > SenseConfidence && reading.Text.Count(char.IsAsciiLetterOrDigit) >= SureMarks;

    /// <summary>The lines that are a card's title.</summary>
    /// <param name="title">What it may be.</param>
    public IReadOnlyList<PrintedLine> TitleLines(Title title) =>
        [.. Lines.Where(line => line.Box.MiddleY < Card.Print.Height * TitlePart && title.Is(line))];
}
