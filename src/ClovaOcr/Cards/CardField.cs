using System.Collections.Generic;

namespace ClovaOcr.Cards;

/// <summary>One entry of one field that was read. A field may have several entries, and an entry several boxes.</summary>
public sealed record CardField
{
    /// <summary>The field's name on the vendor's page, such as <c>alienRegNum</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The text as it was recognised; null when the service gave none.</summary>
    public string? Text { get; init; }

    /// <summary>The text as the service put it into form (<c>formatted.value</c>); null when it gave none, or a date.</summary>
    public string? Value { get; init; }

    /// <summary>The date (<c>formatted.year</c>, <c>month</c>, <c>day</c>); null for other fields and for days that do not exist.</summary>
    public CardDate? Date { get; init; }

    /// <summary>The printed label (<c>keyText</c>); null when the service gave none, which is usual.</summary>
    public string? KeyText { get; init; }

    /// <summary>From above 0 to 1. Null when the service gave none or 0, which it gives for every field and which means nothing.</summary>
    public double? Confidence { get; init; }

    /// <summary>The areas of the text, in pixels of the file's stored picture.</summary>
    public IReadOnlyList<Polygon> BoundingPolys { get; init; } = [];

    /// <summary>What the service proposes to cover, in pixels of the file's stored picture.</summary>
    public IReadOnlyList<Polygon> MaskingPolys { get; init; } = [];

    /// <summary>The best text there is: the date in ISO form, the formatted value, the recognised text.</summary>
    public string? Best => Date?.ToString() ?? Value ?? Text;

    /// <summary>
    /// Whether the entry has not the shape of the vendor's page, or more text than a card, so that it may hold more than was read.
    /// </summary>
    public bool IsDamaged { get; init; }
}
