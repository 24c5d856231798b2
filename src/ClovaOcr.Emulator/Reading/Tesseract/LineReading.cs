using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>What was read in one picture.</summary>
/// <param name="Words">In the order of reading; none where no text was seen.</param>
internal sealed record LineReading(IReadOnlyList<WordReading> Words)
{
    /// <summary>Nothing was read, or nothing was tried.</summary>
    public static LineReading None { get; } = new([]);

    /// <summary>The words with a space between them.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>The confidence of the word that is least sure, 0 to 100; 0 where there is none.</summary>
    public double LeastConfidence => Words.Select(word => word.Confidence).DefaultIfEmpty().Min();

    /// <summary>The confidence of the words on average, 0 to 100; 0 where there are none.</summary>
    public double MeanConfidence => Words.Select(word => word.Confidence).DefaultIfEmpty().Average();
}
