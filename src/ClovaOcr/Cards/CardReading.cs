using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Cards;

/// <summary>What the service answered for one picture. Numbers are in full: mask them before they are shown.</summary>
public sealed record CardReading
{
    /// <summary>How the service fared.</summary>
    public required InferResult Result { get; init; }

    /// <summary>The service's sentence about it; null when it gave none.</summary>
    public string? Message { get; init; }

    /// <summary>The request's identifier, as the service repeats it; null when it does not.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's time of the answer, in Unix milliseconds; null when it gave none.</summary>
    public long? Timestamp { get; init; }

    /// <summary>The service's identifier of the picture; null when it gave none.</summary>
    public string? Uid { get; init; }

    /// <summary>The validity check; null when the service gave none, or a value that is not on the vendor's page.</summary>
    public ValidationResult? Validation { get; init; }

    /// <summary>The validity check's details; null when the service gave none.</summary>
    public string? ValidationMessage { get; init; }

    /// <summary>The picture that the areas belong to, if the service made one; null for JPEG and PNG.</summary>
    public ConvertedImage? ConvertedImage { get; init; }

    /// <summary><c>ko</c>, <c>en</c> or <c>ja</c>; null when the service gave none.</summary>
    public string? EstimatedLanguage { get; init; }

    /// <summary>
    /// The service's word for "has details for this type of card", which is true for a driver's licence too; null when no card was read.
    /// </summary>
    public bool? IsConfident { get; init; }

    /// <summary>The kind of card; null when none was read, or one of a kind that this version does not know.</summary>
    public CardType? CardType { get; init; }

    /// <summary>The service's name for the kind of card (<c>idtype</c>), such as <c>Alien Registration Card</c>; null when it gave none.</summary>
    public string? IdType { get; init; }

    /// <summary>Every entry of every field, in the order of the answer.</summary>
    public IReadOnlyList<CardField> Fields { get; init; } = [];

    /// <summary>The borders of what was recognised (<c>rois</c>), in pixels; one for a card.</summary>
    public IReadOnlyList<Polygon> Rois { get; init; } = [];

    /// <summary>What came up between the answer and this reading, as sentences without personal data.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// The whole answer as the service sent it, JSON, but without credentials of the call, control characters and invisible ones.
    /// </summary>
    public required string Json { get; init; }

    /// <summary>The entries of one field.</summary>
    public IEnumerable<CardField> Entries(string field) => Fields.Where(entry => entry.Name == field);

    /// <summary>The first entry of a field that says anything; null when there is none.</summary>
    public CardField? First(string field) => Entries(field).FirstOrDefault(entry => !string.IsNullOrWhiteSpace(entry.Best));

    /// <summary>The date of issue; null when none was read, one that is no day, or several that differ.</summary>
    public CardDate? IssueDate =>
        Entries("issueDate").Select(entry => entry.Date).Distinct().ToArray() is [{ } date] ? date : null;

    /// <summary>The areas that masking works from.</summary>
    public IReadOnlyList<CardRegion> Regions() =>
    [
        .. Rois.Select((area, i) => new CardRegion(CardRegionKind.Card, CardRegion.CardBorder, i, "", area)),
        .. Fields.GroupBy(field => field.Name).SelectMany(field => field.SelectMany(RegionsOf)),
    ];

    /// <summary>The reading with every area moved, from the pixels of the picture that was sent to those of the file's stored picture.</summary>
    public CardReading MapAreas(Func<Polygon, Polygon> map) => this with
    {
        Rois = [.. Rois.Select(map)],
        Fields = [.. Fields.Select(field => field with
        {
            BoundingPolys = [.. field.BoundingPolys.Select(map)],
            MaskingPolys = [.. field.MaskingPolys.Select(map)],
        })],
    };

    /// <summary>The reading without its areas, which cannot be relied on, and the reason.</summary>
    public CardReading WithoutAreas(string warning) => this with
    {
        Rois = [],
        Fields = [.. Fields.Select(field => field with { BoundingPolys = [], MaskingPolys = [] })],
        Warnings = [.. Warnings, warning],
    };

    private static bool HoldsNumber(string text) => IdentityNumber.MaskWithin(text) != text;

    private static IEnumerable<CardRegion> RegionsOf(CardField field, int entry)
    {
        var outline = CardRegion.OutlineOf(field.Text ?? field.Value);
        var isStray = !IdentityFields.Contains(field.Name) && new[] { field.Text, field.Value }.OfType<string>().Any(HoldsNumber);
        if (field.IsDamaged || (field.BoundingPolys.Count == 0 && !string.IsNullOrWhiteSpace(field.Best)))
        {
            // A number that was read into another field is the card's number all the same.
            var name = isStray ? IdentityFields.AlienRegistrationNumber : field.Name;
            return [new CardRegion(CardRegionKind.Unlocated, name, entry, outline, Polygon.Rectangle(0, 0, 0, 0))];
        }

        var kind = isStray ? CardRegionKind.StrayNumber : CardRegionKind.Text;
        return field.BoundingPolys.Select(area => new CardRegion(kind, field.Name, entry, outline, area))
            .Concat(field.MaskingPolys.Select(area => new CardRegion(CardRegionKind.Masking, field.Name, entry, outline, area)));
    }
}
