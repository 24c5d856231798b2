using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>
/// What is to be covered on one card. The service's proposals are checked against the box of the text that they belong to, because it can
/// be wrong, and the plan's own cut is covered in any case.
/// </summary>
public sealed class MaskPlan
{
    // An image that was scaled or recompressed keeps traces of a glyph some pixels around it: 18 px where the card is 1000 px wide
    // (measured, design, Masking).
    private const double MarginPerCardWidth = 0.018;

    // The vendor's sample: the number's box is 148.8 px wide on a card of 526 px.
    private const double NumberPerCardWidth = 0.283;

    // What a production client does not trust (API page, What maskingPolys cover).
    private const double SmallestMaskPart = 0.4;
    private const double SmallestMaskRatio = 2.5;

    // The service pads its masks by a tenth of the text's height.
    private const double PaddingPerHeight = 0.1;

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
    /// <param name="digits">How much of the number.</param>
    /// <param name="fields">Vendor's names of further fields to cover.</param>
    /// <param name="numberFields">The vendor's names of the fields that hold a number; each must have a box.</param>
    /// <exception cref="ClovaOcrException">The number, or one of the fields, has no box, so there is nothing sure to cover.</exception>
    public static MaskPlan Create(
        IReadOnlyList<CardRegion> regions, MaskDigits digits, IEnumerable<string> fields, IReadOnlyCollection<string> numberFields)
    {
        var boxes = regions.Where(region => numberFields.Contains(region.Field) && region.Kind == CardRegionKind.Text).ToArray();
        if (numberFields.Any(field => !boxes.Any(box => box.Field == field))
            || regions.Any(region => region.Kind == CardRegionKind.Unlocated && IdentityFields.Contains(region.Field)))
        {
            throw NumberNotLocated();
        }

        var areas = new List<MaskArea>();
        foreach (var entry in regions.Where(region => numberFields.Contains(region.Field)).GroupBy(region => (region.Field, region.Entry)))
            areas.AddRange(CoverNumber([.. entry], digits).Select(area => new MaskArea(entry.Key.Field, area)));
        areas.AddRange(Whole(regions, IdentityFields.AlienRegistrationNumberEtc, withMasks: true));
        foreach (var field in fields.Distinct().Where(field => !numberFields.Contains(field) && field != IdentityFields.AlienRegistrationNumberEtc))
            areas.AddRange(CoverField(regions, field));

        var margin = Math.Ceiling(MarginPerCardWidth * CardWidth(regions, boxes));
        return new MaskPlan([.. areas.Select(area => area with { Area = Grow(area.Area, margin) })], margin);
    }

    private static IEnumerable<Polygon> CoverNumber(CardRegion[] entry, MaskDigits digits)
    {
        var boxes = entry.Where(region => region.Kind == CardRegionKind.Text).ToArray();
        if (boxes.Length == 0) throw NumberNotLocated();

        // Where the hidden part begins is known only if one box holds the whole number in its printed form.
        var start = boxes.Length == 1 ? HiddenPartStart(boxes[0], digits) : 0;
        foreach (var box in boxes) yield return start > 0 ? CutFrom(box.Area, start) : box.Area;
        if (digits == MaskDigits.Last6 && start > 0) yield break;
        foreach (var mask in entry.Where(region => region.Kind == CardRegionKind.Masking && boxes.Any(box => IsTrusted(region.Area, box.Area))))
            yield return mask.Area;
    }

    /// <summary>The part of the box's length at which the hidden digits begin; 0 to hide all of it.</summary>
    private static double HiddenPartStart(CardRegion box, MaskDigits digits)
    {
        const int NumberLength = 13;
        var outline = box.Outline;
        if (digits == MaskDigits.All || box.Area.Vertices.Count != 4 || outline.Count(c => c == '#') != NumberLength) return 0;
        var hidden = digits == MaskDigits.Last7 ? 7 : 6;
        var position = outline.Length;
        while (hidden > 0) hidden -= outline[--position] == '#' ? 1 : 0;
        return (double)position / outline.Length;
    }

    /// <summary>The rest of a text's box from a part of its length on, padded like the service's masks.</summary>
    private static Polygon CutFrom(Polygon box, double part)
    {
        var (upperLeft, upperRight, lowerRight, lowerLeft) = (box.Vertices[0], box.Vertices[1], box.Vertices[2], box.Vertices[3]);
        var cut = new Polygon([upperLeft.Towards(upperRight, part), upperRight, lowerRight, lowerLeft.Towards(lowerRight, part)]);
        return Grow(cut, PaddingPerHeight * upperLeft.DistanceTo(lowerLeft));
    }

    private static bool IsTrusted(Polygon mask, Polygon box) =>
        mask.Vertices.Count == 4
        && Length(mask) >= SmallestMaskPart * Length(box)
        && Length(mask) >= SmallestMaskRatio * mask.Vertices[0].DistanceTo(mask.Vertices[3])
        && mask.MayTouch(box);

    private static MaskArea[] CoverField(IReadOnlyList<CardRegion> regions, string field)
    {
        // A field's maskingPolys are not used: the issue date's can cross the whole card (API page).
        var areas = Whole(regions, field, withMasks: false).ToArray();
        return areas.Length > 0 && !regions.Any(region => region.Field == field && region.Kind == CardRegionKind.Unlocated)
            ? areas
            : throw new ClovaOcrException(
                ClovaOcrErrorKind.FieldNotLocated,
                $"The field {field} has no area on this card, so it cannot be covered. If it is not printed there, leave it out of -Field.");
    }

    private static IEnumerable<MaskArea> Whole(IReadOnlyList<CardRegion> regions, string field, bool withMasks) =>
        from region in regions
        where region.Field == field && (region.Kind == CardRegionKind.Text || (withMasks && region.Kind == CardRegionKind.Masking))
        select new MaskArea(field, region.Area);

    /// <summary>Pixels. The wider of what the card's border and the number's box tell: a margin too wide hides no less.</summary>
    private static double CardWidth(IReadOnlyList<CardRegion> regions, CardRegion[] numberBoxes)
    {
        var border = regions.Where(region => region.Kind == CardRegionKind.Card).Select(region => Length(region.Area)).DefaultIfEmpty(0).Max();
        return Math.Max(border, numberBoxes.Max(box => Length(box.Area)) / NumberPerCardWidth);
    }

    /// <summary>The length of a text's or card's area in the direction of reading.</summary>
    private static double Length(Polygon area) => area.Vertices.Count == 4
        ? Math.Max(area.Vertices[0].DistanceTo(area.Vertices[1]), area.Vertices[3].DistanceTo(area.Vertices[2]))
        : Math.Max(area.Right - area.Left, area.Bottom - area.Top);

    /// <summary>The area and everything within a margin of it: the hull of a square around each corner.</summary>
    private static Polygon Grow(Polygon area, double margin) => new(ConvexHull.Around(area.Vertices.SelectMany(corner => new PixelPoint[]
    {
        new(corner.X - margin, corner.Y - margin),
        new(corner.X + margin, corner.Y - margin),
        new(corner.X + margin, corner.Y + margin),
        new(corner.X - margin, corner.Y + margin),
    })));

    private static ClovaOcrException NumberNotLocated() => new(
        ClovaOcrErrorKind.NumberNotLocated,
        "The answer does not say where all of the card's numbers stand, so they cannot be covered surely. Scan the card again, flat and whole.");
}
