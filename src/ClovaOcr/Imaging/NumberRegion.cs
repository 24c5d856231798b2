using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>One entry of a field for numbers: where it stands, what the service would cover, and how far both can be trusted.</summary>
internal sealed class NumberRegion
{
    // The vendor's sample: the number's box is 148.8 px wide on a card of 526 px, and 8.4 times as wide as high.
    private const double LengthPerCardWidth = 0.283;
    private const double ShortestPerCardWidth = 0.2;
    private const double LongestPerCardWidth = 0.38;
    private const double LowestRatio = 5;
    private const double HighestRatio = 14;

    // What a production client does not trust (API page, What maskingPolys cover).
    private const double SmallestMaskPart = 0.4;
    private const double SmallestMaskRatio = 2.5;

    // The service pads its masks by a tenth of the text's height.
    private const double PaddingPerHeight = 0.1;

    // The cosine of some 25 degrees: text is printed along the card.
    private const double SameDirection = 0.9;

    private readonly CardRegion[] _boxes;
    private readonly Polygon[] _masks;
    private readonly Polygon? _card;

    /// <param name="entry">The regions of one entry.</param>
    /// <param name="card">The card's border; null when the service gave none.</param>
    /// <exception cref="ClovaOcrException">The entry has no box.</exception>
    public NumberRegion(CardRegion[] entry, Polygon? card)
    {
        _boxes = Array.FindAll(entry, region => region.Kind == CardRegionKind.Text);
        _masks = [.. entry.Where(region => region.Kind == CardRegionKind.Masking).Select(region => region.Area)];
        _card = card;
        if (_boxes.Length == 0) throw NotLocated();
    }

    /// <summary>Pixels: how wide the card must be by the longest box of a number on it.</summary>
    public static double CardWidthOf(IEnumerable<CardRegion> regions) => regions
        .Where(region => region.Kind == CardRegionKind.Text && IdentityFields.Contains(region.Field))
        .Select(region => region.Area.Length / LengthPerCardWidth)
        .DefaultIfEmpty(0)
        .Max();

    public static ClovaOcrException NotLocated() => new(
        ClovaOcrErrorKind.NumberNotLocated,
        "The answer does not say where all of the card's numbers stand, so they cannot be covered surely. Scan the card again, flat and whole.");

    /// <summary>Every box and every mask.</summary>
    public IEnumerable<Polygon> CoverWhole() => _boxes.Select(box => box.Area).Concat(_masks);

    /// <summary>The digits to hide; all of the number where they cannot be told from the others.</summary>
    /// <exception cref="ClovaOcrException">Box, card and mask contradict each other, so that the number may stand elsewhere.</exception>
    public IEnumerable<Polygon> Cover(MaskDigits digits)
    {
        foreach (var box in _boxes) RefuseContradiction(box.Area);
        if (digits == MaskDigits.All || _boxes.Length != 1 || HiddenPartStart(_boxes[0].Outline, digits) is not { } start || !IsReadAlong(_boxes[0].Area))
            return CoverWhole();

        var cut = CutFrom(_boxes[0].Area, start);

        // The service's mask hides seven digits.
        return digits == MaskDigits.Last6 ? [cut] : [cut, .. _masks.Where(mask => IsSound(mask, _boxes[0].Area))];
    }

    /// <summary>The part of the text's length at which the hidden digits begin; null unless the text is a number in its printed form.</summary>
    private static double? HiddenPartStart(string outline, MaskDigits digits)
    {
        var hidden = digits == MaskDigits.Last7 ? 7 : 6;
        return outline is "######-#######" or "#############" ? (double)(outline.Length - hidden) / outline.Length : null;
    }

    /// <summary>The rest of a text's box from a part of its length on, padded like the service's masks.</summary>
    private static Polygon CutFrom(Polygon box, double part)
    {
        var (upperLeft, upperRight, lowerRight, lowerLeft) = (box.Vertices[0], box.Vertices[1], box.Vertices[2], box.Vertices[3]);
        var cut = new Polygon([upperLeft.Towards(upperRight, part), upperRight, lowerRight, lowerLeft.Towards(lowerRight, part)]);
        return cut.GrownBy(PaddingPerHeight * upperLeft.DistanceTo(lowerLeft));
    }

    private static bool IsSound(Polygon mask, Polygon box) =>
        mask.Vertices.Count == 4
        && mask.Length >= SmallestMaskPart * box.Length
        && mask.Length >= SmallestMaskRatio * mask.Vertices[0].DistanceTo(mask.Vertices[3])
        && mask.MayTouch(box);

    /// <summary>Whether the box is a line of text that begins where the first digit is: as the card is read, and the mask at its end.</summary>
    private bool IsReadAlong(Polygon box)
    {
        if (box.Vertices.Count != 4 || _card is not { Vertices.Count: 4 }) return false;
        var ratio = box.Length / box.Vertices[0].DistanceTo(box.Vertices[3]);
        var share = box.Length / _card.Length;
        return ratio is >= LowestRatio and <= HighestRatio
            && share is >= ShortestPerCardWidth and <= LongestPerCardWidth
            && Cosine(box.Vertices[0], box.Vertices[1], _card.Vertices[0], _card.Vertices[1]) >= SameDirection
            && Cosine(box.Vertices[0], box.Vertices[3], _card.Vertices[0], _card.Vertices[3]) >= SameDirection
            && _masks.Where(mask => IsSound(mask, box)).All(mask => IsAtEnd(mask, box));
    }

    private static bool IsAtEnd(Polygon mask, Polygon box) =>
        mask.Middle.DistanceTo(box.Vertices[1].Towards(box.Vertices[2], 0.5)) < mask.Middle.DistanceTo(box.Vertices[0].Towards(box.Vertices[3], 0.5));

    private static double Cosine(PixelPoint a, PixelPoint b, PixelPoint c, PixelPoint d)
    {
        var (x1, y1, x2, y2) = (b.X - a.X, b.Y - a.Y, d.X - c.X, d.Y - c.Y);
        return ((x1 * x2) + (y1 * y2)) / (a.DistanceTo(b) * c.DistanceTo(d));
    }

    private void RefuseContradiction(Polygon box)
    {
        var height = box.Vertices.Count == 4 ? box.Vertices[0].DistanceTo(box.Vertices[3]) : Math.Min(box.Right - box.Left, box.Bottom - box.Top);
        var isLine = box.Length > 0 && height > 0 && box.Length / height <= HighestRatio * 2;
        var isOnCard = _card is null || (box.MayTouch(_card) && (_boxes.Length > 1 || box.Length >= ShortestPerCardWidth * _card.Length));
        if (!isLine || !isOnCard || _masks.Any(mask => !_boxes.Any(own => mask.MayTouch(own.Area)))) throw Contradiction();
    }

    private static ClovaOcrException Contradiction() => new(
        ClovaOcrErrorKind.NumberNotLocated,
        "What the answer says of where the registration number stands contradicts itself, so it cannot be covered surely. "
        + "Scan the card again, flat and whole.");
}
