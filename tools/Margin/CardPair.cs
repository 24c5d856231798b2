using System;
using System.Linq;
using ClovaOcr.Cards;
using SkiaSharp;
using Specimens;
using Specimens.Cards;
using Specimens.Pictures;

namespace Margin;

/// <summary>Two cards that differ in the digits behind the hyphen and in nothing else, drawn in one size.</summary>
internal sealed class CardPair : IDisposable
{
    private readonly ScannedCard[] _cards;

    private CardPair(ScannedCard[] cards) => _cards = cards;

    public SKBitmap First => _cards[0].Pixels;

    public SKBitmap Second => _cards[1].Pixels;

    /// <summary>The card's border.</summary>
    public Polygon Border => AreaOf(_cards[0].Card);

    /// <summary>The number's box: its ink and 1.5 pixels around it.</summary>
    public Polygon Box => AreaOf(_cards[0].Fields.Single(text => text.Printed.Name == IdentityFields.AlienRegistrationNumber).Box);

    /// <summary>The box of the digits behind the hyphen.</summary>
    public Polygon HiddenDigits => new(
    [
        Box.Vertices[0].Towards(Box.Vertices[1], 0.5), Box.Vertices[1], Box.Vertices[2], Box.Vertices[3].Towards(Box.Vertices[2], 0.5),
    ]);

    /// <param name="cardWidth">The card's width in pixels.</param>
    /// <param name="number">Which pair, from 0; each has its own design, numbers and place.</param>
    /// <param name="typefaces">What it is set in.</param>
    public static CardPair Draw(double cardWidth, int number, Typefaces typefaces)
    {
        var dice = new Random(number);
        var look = new Look(dice.Next(360), dice.Next(100));
        var birth = $"{dice.Next(60, 99)}{dice.Next(1, 13):00}{dice.Next(1, 29):00}";
        var place = new SKPoint(0.48f + (0.04f * dice.NextSingle()), 0.48f + (0.04f * dice.NextSingle()));
        var (width, height) = SizeOf(cardWidth);
        var scan = new Scan(width, height, (float)cardWidth) { Middle = place, Tilt = number % 3 * 0.6f, Grain = 2, GrainSeed = number };
        var pair = new CardPair([Take(), Take()]);
        pair.KeepHiddenDigitsOnly();
        return pair;

        ScannedCard Take() => scan.Take(
            new AlienCard("en", look, number % 2 == 0 ? AlienCardLayout.Since2011 : AlienCardLayout.Since2023)
            {
                Number = Number(birth, dice),
                Name = "EXAMPLE ALICE",
                Nationality = "REPUBLIC OF UTOPIA",
                VisaType = "Corporate investor (D-8)",
                IssuedOn = new(2019, 5, 17),
                Office = new("서울출입국·외국인청장", "CHIEF, SEOUL IMMIGRATION OFFICE"),
            },
            typefaces);
    }

    /// <summary>The size of a picture of a card with some of its surroundings.</summary>
    public static (int Width, int Height) SizeOf(double cardWidth) => ((int)Math.Round(cardWidth * 1.08), (int)Math.Round(cardWidth * 0.72));

    public static Typefaces LoadTypefaces() => Typefaces.Load(Repository.FontFolder);

    public void Dispose()
    {
        foreach (var card in _cards) card.Dispose();
    }

    /// <summary>
    /// Makes the second picture the first but for the hidden digits: the edges of other glyphs depend, very little, on which are drawn
    /// in the same path.
    /// </summary>
    private void KeepHiddenDigitsOnly()
    {
        const int Soft = 3;
        var hidden = HiddenDigits;
        var (left, right) = ((int)hidden.Left - Soft, (int)hidden.Right + 1 + Soft);
        for (var y = 0; y < First.Height; y++)
        {
            var from = First.GetPixelSpan(0, y)[..First.RowBytes];
            var to = Second.GetPixelSpan(0, y)[..First.RowBytes];
            if (y < hidden.Top - Soft || y > hidden.Bottom + Soft)
            {
                from.CopyTo(to);
                continue;
            }

            from[..(left * First.BytesPerPixel)].CopyTo(to);
            from[(right * First.BytesPerPixel)..].CopyTo(to[(right * First.BytesPerPixel)..]);
        }
    }

    private static Polygon AreaOf(SKPoint[] corners) => new(corners.Select(corner => new PixelPoint(corner.X, corner.Y)));

    /// <summary>A number that cannot be anyone's, the same up to and with the digit behind the hyphen.</summary>
    private static FictitiousNumber Number(string birth, Random dice)
    {
        while (true)
        {
            try
            {
                return FictitiousNumber.OfForeigner($"{birth}-5{dice.Next(1_000_000):000000}");
            }
            catch (SpecimenException)
            {
                // One number in six or so could be a person's.
            }
        }
    }
}
