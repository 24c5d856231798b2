using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Review;

/// <summary>A picture and what was read from it, for the review page. Texts may hold numbers in full: the page masks them.</summary>
public sealed record ReviewCard
{
    /// <summary>How the picture fared.</summary>
    public required ReviewStatus Status { get; init; }

    /// <summary>The picture's file, of which the page shows the name; null when there is none.</summary>
    public string? Path { get; init; }

    /// <summary>The SHA-256 of the picture, 64 lower-case hexadecimal digits; null when it is not known.</summary>
    public string? ImageHash { get; init; }

    /// <summary>What failed, or what kind of card came instead; null for a success.</summary>
    public string? Message { get; init; }

    /// <summary>The service's validity check; null when it gave none.</summary>
    public ValidationResult? Validation { get; init; }

    /// <summary>What a person should look at, separated by semicolons; null when there is nothing.</summary>
    public string? Warnings { get; init; }

    /// <summary>What was read.</summary>
    public IReadOnlyList<ReviewField> Fields { get; init; } = [];

    /// <summary>The card's areas, in pixels of the file's stored picture.</summary>
    public IReadOnlyList<CardRegion> Regions { get; init; } = [];
}
