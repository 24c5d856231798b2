using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>
/// What is to be covered on one card. The service can be wrong, so a number is cut only where its box, its text, the card's border and the
/// service's own mask tell the same story; else all of it is covered, and what contradicts itself is refused.
/// </summary>
public sealed class MaskPlan
{
    // A picture that was scaled or compressed after the print carries traces of a glyph around it. Filters reach farther the more pixels
    // the card has; a JPEG's blocks reach two times 16 px, when two with different grids followed each other, however small the card is.
    // On a small card that would take the name, too, which begins some 6 % of the card's width below (docs/masking.md has the figures).
    private const double LeastPerCardWidth = 0.018;
    private const double MostPerCardWidth = 0.032;
    private const double TwoBlocks = 32;

    private MaskPlan(IReadOnlyList<MaskArea> areas, double margin)
    {
        Areas = areas;
        Margin = margin;
    }

    /// <summary>What to cover, margin included.</summary>
    public IReadOnlyList<MaskArea> Areas { get; }

    /// <summary>Pixels around each area, already in <see cref="Areas"/>.</summary>
    public double Margin { get; }

    /// <summary>Plans the covering of one card.</summary>
    /// <param name="regions">The card's areas, in pixels of the file's stored picture.</param>
    /// <param name="digits">How much of the registration number; any other number is covered whole.</param>
    /// <param name="fields">Vendor's names of further fields to cover.</param>
    /// <param name="requiredNumbers">The vendor's names of the fields for numbers that this kind of card must have.</param>
    /// <exception cref="ClovaOcrException">A number, or one of the fields, was not located, or its areas contradict each other.</exception>
    public static MaskPlan Create(
        IReadOnlyList<CardRegion> regions, MaskDigits digits, IEnumerable<string> fields, IReadOnlyCollection<string> requiredNumbers)
    {
        var isLocated = requiredNumbers.All(field => regions.Any(region => IsOf(region, field) && region.Kind == CardRegionKind.Text))
            && !regions.Any(region => IdentityFields.Contains(region.Field) && region.Kind == CardRegionKind.Unlocated);
        if (!isLocated) throw NumberRegion.NotLocated();

        var card = regions.Where(region => region.Kind == CardRegionKind.Card).OrderByDescending(region => region.Area.Length).FirstOrDefault()?.Area;
        var areas = new List<MaskArea>();
        var numbers = regions.Where(region => IdentityFields.Contains(region.Field)).GroupBy(region => (Field: region.Field.ToUpperInvariant(), region.Entry));
        var registrationNumbers = new List<TextLine>();
        foreach (var entry in numbers)
        {
            var number = new NumberRegion([.. entry], card);
            var isRegistrationNumber = IsOf(entry.First(), IdentityFields.AlienRegistrationNumber);
            if (isRegistrationNumber) registrationNumbers.AddRange(number.Lines);
            var covered = isRegistrationNumber ? number.CoverRegistrationNumber(digits)
                : IsOf(entry.First(), "personalNum") ? number.CoverRegistrationNumber(MaskDigits.All)
                : number.CoverWhole();
            areas.AddRange(covered.Select(area => new MaskArea(entry.First().Field, area)));
        }

        RefuseImpossiblePlace(registrationNumbers, card, regions);
        areas.AddRange(regions.Where(region => region.Kind == CardRegionKind.StrayNumber).Select(region => new MaskArea(region.Field, region.Area)));
        foreach (var field in fields.Distinct(StringComparer.OrdinalIgnoreCase).Where(field => !IdentityFields.Contains(field)))
            areas.AddRange(CoverField(regions, field));

        var width = Math.Max(card?.Length ?? 0, NumberRegion.CardWidthOf(regions));
        var margin = Math.Ceiling(Math.Min(MostPerCardWidth * width, Math.Max(LeastPerCardWidth * width, TwoBlocks)));
        return new MaskPlan([.. areas.Select(area => area with { Area = area.Area.GrownBy(margin) })], margin);
    }

    private static void RefuseImpossiblePlace(List<TextLine> numbers, Polygon? border, IReadOnlyList<CardRegion> regions)
    {
        var card = border is null ? null : TextLine.Of(border);
        var isPossible = numbers.Count == 0
            || (!numbers.Any(number => NumberPlace.IsOccupied(number, regions))
                && numbers.Any(number => NumberPlace.IsFirstOfColumn(number, card, regions)));
        if (!isPossible) throw NumberRegion.Contradiction();
    }

    private static MaskArea[] CoverField(IReadOnlyList<CardRegion> regions, string field)
    {
        // A field's maskingPolys are not used: the issue date's can cross the whole card (API page).
        var areas = regions.Where(region => IsOf(region, field) && region.Kind is CardRegionKind.Text or CardRegionKind.StrayNumber).ToArray();
        return areas.Length > 0 && !regions.Any(region => IsOf(region, field) && region.Kind == CardRegionKind.Unlocated)
            ? Array.ConvertAll(areas, region => new MaskArea(region.Field, region.Area))
            : throw new ClovaOcrException(
                ClovaOcrErrorKind.FieldNotLocated,
                $"The field {field} has no area on this card, so it cannot be covered. If it is not printed there, leave it out of -Field.");
    }

    private static bool IsOf(CardRegion region, string field) => string.Equals(region.Field, field, StringComparison.OrdinalIgnoreCase);
}
