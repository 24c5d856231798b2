using System.Collections.Generic;

namespace ClovaOcr.Emulator.Reading;

/// <summary>What a reader found in a picture.</summary>
/// <param name="Kind">The answer's member for the card: <c>ac</c>, <c>ic</c>, <c>dl</c> or <c>pp</c>.</param>
/// <param name="Language">The vendor page's estimatedLanguage.</param>
/// <param name="Border">The card's corners, in pixels of the picture that was read.</param>
/// <param name="Fields">The vendor page's field names and what is printed there. A field of which the reader is not sure is left out.</param>
internal sealed record CardFace(string Kind, string Language, Quad Border, IReadOnlyList<KeyValuePair<string, IReadOnlyList<PrintedEntry>>> Fields)
{
    /// <summary>The vendor page's isConfident: whether everything that such a card carries was read.</summary>
    public bool IsConfident { get; init; } = true;
}
