using Specimens.Cards;
using Specimens.Pictures;

namespace Specimens;

/// <summary>One picture to be written: a card, how it was scanned, how the picture is stored.</summary>
internal sealed record Specimen(string FileName, Card Card, Scan Scan, ImageEncoding Encoding)
{
    /// <summary>What the card is set in.</summary>
    public string Typeface { get; init; } = Typefaces.Standard;

    /// <summary>What the picture is like, for its JSON file; null for the shipped specimens, whose catalogue says it.</summary>
    public Conditions? Picture { get; init; }

    public ScannedCard Draw(Typefaces typefaces) => Scan.Take(Card, typefaces);
}
