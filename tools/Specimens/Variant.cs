using System.Collections.Generic;
using System.Linq;
using Specimens.People;
using Specimens.Pictures;

namespace Specimens;

/// <summary>Specimens made from dice: a card of a stranger, in a picture that was taken somehow.</summary>
internal static class Variant
{
    private static readonly (float, float) Widths = (600, 2000);

    /// <summary>The service's keys for the cards that there are variants of.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["ac", "ic", "dl", "pp"];

    /// <summary>The first so many variants of a seed; each is the same, however many there are.</summary>
    public static IEnumerable<Specimen> Series(string kind, int seed, int count) =>
        Enumerable.Range(1, count).Select(index => Draw(kind, seed, index));

    private static Specimen Draw(string kind, int seed, int index)
    {
        // One seed gives each kind people and pictures of its own.
        var dice = Dice.Of(seed + ((Options.Most + 1) * Kinds.ToList().IndexOf(kind)), index);
        var (people, pictures) = (new Dice(dice.Seed()), new Dice(dice.Seed()));
        var typeface = dice.Pick(Typefaces.OfCards);
        var card = Strangers.Draw(kind, ref people);
        var (scan, encoding, conditions) = Photographer.Draw(card.Size, Widths, fills: false, typeface, ref pictures);
        return new($"{kind}-{seed:0000}-{index:0000}{encoding.Extension}", card, scan, encoding)
        {
            Typeface = typeface,
            Picture = conditions,
        };
    }
}
