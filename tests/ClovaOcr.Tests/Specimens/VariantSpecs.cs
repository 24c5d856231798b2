extern alias drawing;
using System;
using System.Linq;
using drawing::Specimens;
using drawing::Specimens.Cards;
using drawing::Specimens.Decoys;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Tests.Specimens;

/// <summary>What samples/cards/README.md says of the variants and decoys that tools/Specimens draws, before anything is drawn.</summary>
public sealed class VariantSpecs
{
    private const int Seed = 7;

    private static readonly Specimen[] Variants = [.. Variant.Series("ac", Seed, 600)];

    private static readonly AlienCard[] Cards = [.. Variants.Select(variant => (AlienCard)variant.Card)];

    public static TheoryData<string> Kinds => [.. Variant.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void It_is_the_same_however_many_are_drawn(string kind)
    {
        var few = Variant.Series(kind, Seed, 3).Select(Description);
        var many = Variant.Series(kind, Seed, 40).Select(Description).ToArray();

        Assert.Equal(few, many[..3]);
        Assert.Equal(40, many.Distinct().Count());
    }

    [Fact]
    public void Another_seed_gives_other_people()
    {
        var others = Variant.Series("ac", Seed + 1, 600).Select(variant => ((AlienCard)variant.Card).Number.ToString());

        Assert.Empty(Cards.Select(card => card.Number.ToString()).Intersect(others));
    }

    [Fact]
    public void Its_file_name_says_nothing_of_the_person() =>
        Assert.All(Variants, variant => Assert.Matches(@"^ac-0007-[0-9]{4}\.(jpg|png)$", variant.FileName));

    [Fact]
    public void Its_registration_number_is_right_by_neither_rule() =>
        Assert.All(Cards, card =>
        {
            var number = card.Number.ToString();
            Assert.NotEqual(SpecimenSpecs.CheckDigit(number, 13), number[^1]);
            Assert.NotEqual(SpecimenSpecs.CheckDigit(number, 11), number[^1]);
        });

    [Fact]
    public void Both_layouts_and_all_four_digits_of_the_sex_come_about_equally_often()
    {
        Assert.All(Cards.CountBy(card => card.Design), count => Assert.InRange(count.Value, 250, 350));
        var digits = Cards.CountBy(card => card.Number.ToString()[7]).ToDictionary();
        Assert.Equal("5678", string.Concat(digits.Keys.Order()));
        Assert.All(digits.Values, count => Assert.InRange(count, 110, 190));
    }

    [Fact]
    public void Its_layout_was_in_use_when_it_was_issued() =>
        Assert.All(Cards, card => Assert.Equal(card.IssuedOn >= new DateOnly(2023, 4, 1), card.Design == AlienCardLayout.Since2023));

    [Fact]
    public void Nobody_got_a_card_before_birth() => Assert.All(Cards, card => Assert.True(card.IssuedOn > card.Number.BornOn));

    [Fact]
    public void It_lies_in_its_picture() =>
        Assert.All(Variants, variant => Assert.All(variant.Scan.CornersOf(variant.Card.Size), corner =>
        {
            Assert.InRange(corner.X, -1, variant.Scan.Width + 1);
            Assert.InRange(corner.Y, -1, variant.Scan.Height + 1);
        }));

    [Fact]
    public void Its_picture_is_no_harder_than_a_person_reads_without_effort() =>
        Assert.All(Variants.Select(variant => variant.Picture!), picture =>
        {
            Assert.InRange(picture.CardWidth, 600, 2000);
            Assert.InRange(picture.Tilt, -10, 10);
            Assert.InRange(picture.Perspective, 0, 0.035f);
            Assert.InRange(picture.Blur, 0, 0.0012f);
            Assert.InRange(picture.Quality ?? 100, 50, 100);
            Assert.InRange(picture.Glare, 0, 0.5f);
        });

    [Fact]
    public void About_every_fifth_picture_is_stored_turned_and_does_not_say_so()
    {
        var turned = Variants.Where(variant => variant.Picture!.Turned != 0).ToArray();

        Assert.InRange(turned.Length, 90, 150);
        Assert.All(turned, variant => Assert.False(variant.Scan.TellsOrientation));
        Assert.Equal([90, 180, 270], turned.Select(variant => variant.Picture!.Turned).Distinct().Order());
    }

    [Fact]
    public void Decoys_are_of_twenty_one_kinds_and_none_of_the_cards()
    {
        var decoys = DecoySeries.Series(Seed, 105).Select(decoy => decoy.Card).ToArray();

        Assert.All(decoys, decoy => Assert.Equal("none", decoy.Kind));
        var kinds = decoys.CountBy(decoy => decoy.Content!).ToArray();
        Assert.Equal(21, kinds.Length);
        Assert.All(kinds, count => Assert.Equal(5, count.Value));
    }

    private static (string, string, SKPoint) Description(Specimen variant) =>
        (variant.FileName, PersonOn(variant.Card), variant.Scan.CornersOf(variant.Card.Size)[0]);

    private static string PersonOn(Card card) => card switch
    {
        AlienCard alien => $"{alien.Number} {alien.Name} {alien.Nationality} {alien.VisaType} {alien.IssuedOn:O} {alien.Office}",
        IdentityCard resident => $"{resident.Number} {resident.Name} {resident.Address}",
        DriversLicence driver => $"{driver.Number} {driver.Name} {driver.LicenceNumber}",
        Passport traveller => $"{traveller.Number} {traveller.Surname} {traveller.GivenName}",
        _ => throw new InvalidOperationException(),
    };
}
