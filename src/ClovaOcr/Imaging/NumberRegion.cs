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

    // No box of the whole number is smaller, so that from a smaller one something is missing.
    private const double WholeLengthPerCardWidth = 0.27;
    private const double WholeHeightPerCardWidth = 0.032;
    private const double WholeLengthPerHeight = 7.5;

    // What a production client does not trust (API page, What maskingPolys cover).
    private const double SmallestMaskPart = 0.4;
    private const double SmallestMaskRatio = 2.5;

    // The service pads its masks by a tenth of the text's height.
    private const double PaddingPerHeight = 0.1;

    private readonly string _outline;
    private readonly TextLine[] _boxes;
    private readonly Polygon[] _masks;
    private readonly TextLine? _card;

    /// <param name="entry">The regions of one entry.</param>
    /// <param name="card">The card's border; null when the service gave none.</param>
    /// <exception cref="ClovaOcrException">The entry has no box, or one that can be no text's on this card.</exception>
    public NumberRegion(CardRegion[] entry, Polygon? card)
    {
        var boxes = Array.FindAll(entry, region => region.Kind == CardRegionKind.Text);
        if (boxes.Length == 0) throw NotLocated();
        _outline = boxes[0].Outline;
        _boxes = Array.ConvertAll(boxes, box => TextLine.Of(box.Area) ?? throw Contradiction());
        _masks = [.. entry.Where(region => region.Kind == CardRegionKind.Masking).Select(region => region.Area)];
        _card = card is null ? null : TextLine.Of(card);

        var areTextsOfCard = _boxes.All(box => box.Length <= HighestRatio * 2 * box.Height && NumberPlace.IsAlongCard(box, _card))
            && (card is null || Array.TrueForAll(boxes, box => box.Area.MayTouch(card)));
        if (!areTextsOfCard || _masks.Any(mask => !boxes.Any(box => mask.MayTouch(box.Area)))) throw Contradiction();
    }

    /// <summary>The boxes as lines of text.</summary>
    public IReadOnlyList<TextLine> Lines => _boxes;

    /// <summary>Pixels: how wide the card must be by the longest box of a number on it.</summary>
    public static double CardWidthOf(IEnumerable<CardRegion> regions) => regions
        .Where(region => region.Kind == CardRegionKind.Text && IdentityFields.Contains(region.Field))
        .Select(region => region.Area.Length / LengthPerCardWidth)
        .DefaultIfEmpty(0)
        .Max();

    public static ClovaOcrException NotLocated() => new(
        ClovaOcrErrorKind.NumberNotLocated,
        "The answer does not say where all of the card's numbers stand, so they cannot be covered surely. Scan the card again, flat and whole.");

    public static ClovaOcrException Contradiction() => new(
        ClovaOcrErrorKind.NumberNotLocated,
        "What the answer says of where the card's numbers stand contradicts itself, so they cannot be covered surely. "
        + "Scan the card again, flat and whole.");

    /// <summary>Every box and every mask.</summary>
    public IEnumerable<Polygon> CoverWhole() => _boxes.Select(box => Padded(box, 0)).Concat(_masks);

    /// <summary>The digits of a registration number to hide; all of it where they cannot be told from the others.</summary>
    /// <exception cref="ClovaOcrException">Box, card and mask contradict each other, so that the number may stand elsewhere.</exception>
    public IEnumerable<Polygon> CoverRegistrationNumber(MaskDigits digits)
    {
        var longest = _boxes.OrderByDescending(box => box.Length).First();
        var line = longest.Joined(_boxes, farthest: WholeLengthOf(longest));
        if (_card is not null && line.Length < ShortestPerCardWidth * _card.Length) throw Contradiction();

        // What is missing of the box may be missing at either end, so that as much is added at both.
        var missing = Math.Max(WholeLengthOf(line) - line.Length, 0);
        var whole = line.Grown(missing, Math.Max((WholeHeightPerCardWidth * (_card?.Length ?? 0)) - line.Height, 0));
        if (digits == MaskDigits.All || _boxes.Length != 1 || HiddenPartStart(digits) is not { } start || !IsReadAlong(line))
        {
            var others = _boxes.Where(box => box != longest).Select(box => Padded(box, 0));
            return [Padded(whole, 0), .. others, .. _masks, .. MasksFrom(-1, line)];
        }

        var cut = Padded(whole, start * (line.Length + missing) / whole.Length);
        return [cut, .. MasksFrom(digits == MaskDigits.Last6 ? 1.0 / 7 : 0, line)];
    }

    /// <summary>
    /// What the service's masks say in their own right, should the box be wrong. They hide seven of fourteen characters, so that the
    /// number begins one length before their beginning, and the last six digits a seventh behind it.
    /// </summary>
    private IEnumerable<Polygon> MasksFrom(double part, TextLine box) =>
        _masks.Where(mask => IsSound(mask, box) && IsAtEnd(mask, box)).Select(mask => TextLine.Of(mask)!.From(part));

    /// <summary>The rest of a line from a part of its length on, padded like the service's masks.</summary>
    private static Polygon Padded(TextLine line, double part) => line.From(part).GrownBy(PaddingPerHeight * line.Height);

    private static bool IsSound(Polygon mask, TextLine box) =>
        TextLine.Of(mask) is { } line
        && line.Length >= SmallestMaskPart * box.Length
        && line.Length >= SmallestMaskRatio * line.Height
        && mask.MayTouch(box.From(0));

    private static bool IsAtEnd(Polygon mask, TextLine box) => box.PlaceOf(mask.Middle).Along > box.Length / 2;

    private double WholeLengthOf(TextLine line) =>
        _card is null ? WholeLengthPerHeight * line.Height : WholeLengthPerCardWidth * _card.Length;

    /// <summary>The part of the text's length at which the hidden digits begin; null unless the text is a number in its printed form.</summary>
    private double? HiddenPartStart(MaskDigits digits)
    {
        var hidden = digits == MaskDigits.Last7 ? 7 : 6;
        return _outline is "######-#######" or "#############" ? (double)(_outline.Length - hidden) / _outline.Length : null;
    }

    /// <summary>Whether the box is a line of text that begins where the first digit is: as the card is read, and the mask at its end.</summary>
    private bool IsReadAlong(TextLine box) =>
        _card is not null
        && box.Length / box.Height is >= LowestRatio and <= HighestRatio
        && box.Length / _card.Length is >= ShortestPerCardWidth and <= LongestPerCardWidth
        && NumberPlace.IsReadLikeCard(box, _card)
        && _masks.Where(mask => IsSound(mask, box)).All(mask => IsAtEnd(mask, box));
}
