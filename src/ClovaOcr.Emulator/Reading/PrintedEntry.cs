namespace ClovaOcr.Emulator.Reading;

/// <summary>One printed text of a card.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Date">Its parts, if the text is a date.</param>
/// <param name="Box">Where it stands, in pixels of the picture that was read.</param>
internal sealed record PrintedEntry(string Text, PrintedDate? Date, Quad Box)
{
    /// <summary>How sure the reader is, 0 to 1; a shipped specimen is known by heart.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>A date's parts as they are sent: digits with leading zeros.</summary>
internal sealed record PrintedDate(string Year, string Month, string Day);
