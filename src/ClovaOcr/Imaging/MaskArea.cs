using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>An area that is to be covered, and why.</summary>
/// <param name="Reason">The vendor's name of the field that is hidden.</param>
/// <param name="Area">Pixels of the file's stored picture, with the margin; may reach past the edges.</param>
public sealed record MaskArea(string Reason, Polygon Area);
