namespace Specimens;

/// <summary>One file of samples/cards: a card, how it was scanned, how the picture is stored.</summary>
internal sealed record Specimen(string FileName, Card Card, Scan Scan, ImageEncoding Encoding)
{
    public ScannedCard Draw(Typefaces typefaces) => Scan.Take(Card, typefaces);
}
