using System;
using System.Collections.Generic;
using System.Linq;
using Specimens.Cards;
using Specimens.People;
using Specimens.Pictures;

namespace Specimens.Decoys;

/// <summary>Pictures without any of the cards, every kind in turn.</summary>
internal static class DecoySeries
{
    private static readonly IReadOnlyList<Func<Look, Decoy>> Kinds =
    [
        look => new KoreanPage(look), look => new Hills(look), look => new BankCard(look), look => new Form(look),
        look => new Noise(look), look => new Receipt(look), look => new StudentCard(look), look => new EnglishPage(look),
        look => new Faces(look), look => new LibraryCard(look), look => new DigitTable(look), look => new BlankPaper(look),
        look => new Letter(look), look => new Shapes(look), look => new BusinessCard(look), look => new Poster(look),
        look => new Texture(look), look => new Darkness(look), look => new Thumbnail(look), look => new Strip(look),
        look => new OtherRegistrationCard(look),
    ];

    /// <summary>The first so many decoys of a seed; each is the same, however many there are.</summary>
    public static IEnumerable<Specimen> Series(int seed, int count) => Enumerable.Range(1, count).Select(index => Draw(seed, index));

    private static Specimen Draw(int seed, int index)
    {
        var dice = Dice.Of(~seed, index);
        var (looks, pictures) = (new Dice(dice.Seed()), new Dice(dice.Seed()));
        var typeface = dice.Pick(Typefaces.All);
        var decoy = Kinds[(index - 1) % Kinds.Count](Looks.Draw(ref looks));
        var (scan, encoding, conditions) = Photographer.Draw(decoy.Size, decoy.Widths, decoy.IsWholePicture, typeface, ref pictures);
        return new($"none-{seed:0000}-{index:0000}{encoding.Extension}", decoy, scan, encoding)
        {
            Typeface = typeface,
            Picture = conditions,
        };
    }
}
