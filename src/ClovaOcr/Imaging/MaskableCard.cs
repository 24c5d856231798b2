using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>What masking needs to know of a card: no word that is printed on it but the date of issue.</summary>
public sealed record MaskableCard
{
    /// <summary>The picture's file.</summary>
    public required string Path { get; init; }

    /// <summary>The SHA-256 of the file that the areas belong to, 64 lower-case hexadecimal digits.</summary>
    public required string ImageHash { get; init; }

    /// <summary>The kind of card; null when it is not known.</summary>
    public CardType? CardType { get; init; }

    /// <summary>The date of issue; null when none was read.</summary>
    public CardDate? IssueDate { get; init; }

    /// <summary>The card's areas, in pixels of the file's stored picture.</summary>
    public IReadOnlyList<CardRegion> Regions { get; init; } = [];
}
