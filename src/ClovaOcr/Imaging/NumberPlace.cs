using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>
/// Whether the registration number can stand where the service says, by where the other texts stand. On every layout of the card it is
/// the first of a column, with name, country and status below it; and no two texts stand in one place.
/// </summary>
internal static class NumberPlace
{
    // The cosine of some 25 degrees: text is printed along the card.
    private const double SameDirection = 0.9;

    private static readonly string[] TextsBelow = ["name", "nationality", "visaType"];

    /// <summary>Whether a text is printed along the card's longer sides; true when the card has none that are clearly longer.</summary>
    public static bool IsAlongCard(TextLine line, TextLine? card)
    {
        const double ClearlyLonger = 1.2;
        if (card is null || Math.Max(card.Length, card.Height) < ClearlyLonger * Math.Min(card.Length, card.Height)) return true;
        var cosine = Math.Abs(line.DirectionAgainst(card));
        var acrossCosine = Math.Sqrt(Math.Max(0, 1 - (cosine * cosine)));
        return (line.Length >= line.Height) == (card.Length >= card.Height) ? cosine >= SameDirection : acrossCosine >= SameDirection;
    }

    /// <summary>Whether the text and the card have the same upper left corner.</summary>
    public static bool IsReadLikeCard(TextLine line, TextLine card) =>
        line.DirectionAgainst(card) >= SameDirection && line.DownAgainst(card) >= SameDirection;

    /// <summary>Whether another text of the card stands in the same place.</summary>
    public static bool IsOccupied(TextLine line, IEnumerable<CardRegion> regions) => regions
        .Where(region => region.Kind == CardRegionKind.Text && !IdentityFields.Contains(region.Field))
        .Any(region => line.Holds(region.Area.Middle) || TextLine.Of(region.Area)?.Holds(line.Middle) == true);

    /// <summary>Whether name, country and status, as far as they were read, stand below the text.</summary>
    public static bool IsFirstOfColumn(TextLine line, TextLine? card, IEnumerable<CardRegion> regions)
    {
        var below = regions
            .Where(region => region.Kind == CardRegionKind.Text && TextsBelow.Contains(region.Field, StringComparer.OrdinalIgnoreCase))
            .Select(region => line.PlaceOf(region.Area.Middle).Across > line.Height / 2)
            .ToArray();

        // Where the card does not tell which way is down, at least all of them are on one side.
        return card is not null && IsReadLikeCard(line, card) ? below.All(isBelow => isBelow) : below.Distinct().Count() <= 1;
    }
}
