using System;
using System.Globalization;
using ClovaOcr.Cards;

namespace ClovaOcr.Journal;

/// <summary>One paid answer.</summary>
/// <param name="Json">The answer's whole text, with all that is printed on the card.</param>
/// <param name="Result">How the service fared with the picture.</param>
/// <param name="AnsweredAt">When the answer came; kept as that moment in UTC.</param>
public sealed record JournalEntry(string Json, InferResult Result, DateTimeOffset AnsweredAt)
{
    /// <summary>The result and the time. The answer itself must not reach a log or a transcript.</summary>
    public override string ToString() => $"{Result} {AnsweredAt.ToString("O", CultureInfo.InvariantCulture)}";
}
