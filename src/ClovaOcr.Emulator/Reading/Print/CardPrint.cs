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

    private static readonly TesseractSettings Latin = new("eng", OneLine);
    private static readonly TesseractSettings Korean = new("kor", OneLine);

    private CardPrint(UprightCard card, IReadOnlyList<PrintedLine> lines) => (Card, Lines) = (card, lines);

    public UprightCard Card { get; }

    /// <summary>From the top down.</summary>
    public IReadOnlyList<PrintedLine> Lines { get; }

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
    [
        .. Lines.Where(line => line.Box.MiddleY < Card.Print.Height * TitlePart
            && titles.Any(title => line.Holds(title) && (Hangul.Share(title) == 0 || line.Box.Height >= UprightCard.CardWidth * LeastTitleHeight))),
    ];
}
