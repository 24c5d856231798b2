using System;
using System.Globalization;
using Specimens.Cards;

namespace Specimens.People;

/// <summary>Draws cards of people whom nobody has seen, as there are none.</summary>
internal static class Strangers
{
    private static readonly DateOnly FirstIssue = new(2011, 6, 1);
    private static readonly DateOnly NewLayout = new(2023, 4, 1);
    private static readonly DateOnly LastIssue = new(2026, 6, 30);
    private static readonly string[] Places = ["가상", "견본", "예시", "표본", "보기", "모형"];

    /// <param name="kind">The service's key for the card.</param>
    /// <param name="dice">What to draw it with.</param>
    public static Card Draw(string kind, ref Dice dice) => kind switch
    {
        "ac" => Alien(ref dice),
        "ic" => Resident(ref dice),
        "dl" => Driver(ref dice),
        "pp" => Traveller(ref dice),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is ac, ic, dl or pp."),
    };

    private static AlienCard Alien(ref Dice dice)
    {
        var design = dice.Chance(0.5f) ? AlienCardLayout.Since2011 : AlienCardLayout.Since2023;
        var issuedOn = design == AlienCardLayout.Since2011
            ? Day(FirstIssue, NewLayout.AddDays(-1), ref dice)
            : Day(NewLayout, LastIssue, ref dice);
        var inKorean = dice.Chance(0.35f);
        var country = Country.Draw(ref dice);
        return new(inKorean ? "ko" : "en", Looks.Draw(ref dice), design)
        {
            Number = Foreigner(issuedOn, ref dice),
            Name = inKorean && dice.Chance(0.6f) ? Names.Korean(ref dice) : Names.Latin(ref dice),
            Nationality = inKorean ? country.Korean : country.English,
            VisaType = VisaStatus.Draw(inKorean || dice.Chance(0.15f), ref dice),
            IssuedOn = issuedOn,
            Office = dice.Pick(Offices.All),
            NumberEtc = dice.Chance(0.15f) ? $"{(char)('A' + dice.Below(26))}{Digits(5, ref dice)}" : null,
        };
    }

    private static IdentityCard Resident(ref Dice dice) => new(Looks.Draw(ref dice))
    {
        Number = Korean(ref dice),
        Name = Names.Korean(ref dice),
        Address = Address(ref dice),
        IssuedOn = Day(FirstIssue, LastIssue, ref dice),
        Authority = $"{dice.Pick(Places)}특별시 {dice.Pick(Places)}구청장",
    };

    private static DriversLicence Driver(ref Dice dice)
    {
        var issuedOn = Day(FirstIssue, LastIssue, ref dice);
        return new(Looks.Draw(ref dice))
        {
            Number = Korean(ref dice),
            LicenceNumber = $"99-{issuedOn.ToString("yy", CultureInfo.InvariantCulture)}-{Digits(6, ref dice)}-{Digits(2, ref dice)}",
            Code = $"SPEC{Digits(2, ref dice)}",
            Name = Names.Korean(ref dice),
            Address = Address(ref dice),
            Condition = dice.Chance(0.5f) ? "A" : "B",
            RenewFrom = new(issuedOn.Year + 10, 1, 1),
            RenewUntil = new(issuedOn.Year + 10, 12, 31),
            IssuedOn = issuedOn,
            Authority = $"{dice.Pick(Places)}특별시경찰청장",
        };
    }

    private static Passport Traveller(ref Dice dice)
    {
        var issuedOn = Day(FirstIssue, LastIssue, ref dice);
        var (surname, givenName) = Names.Parted(ref dice);
        var look = Looks.Draw(ref dice);

        // The machine-readable zone is nearly as wide as the page, and its cells are equal everywhere.
        return new(look with { Press = look.Press with { Scale = 1, EqualCells = true } })
        {
            Number = $"X{Digits(8, ref dice)}",
            Surname = surname,
            GivenName = givenName,
            BornOn = Day(new(1945, 1, 1), issuedOn.AddYears(-1), ref dice),
            Sex = dice.Chance(0.5f) ? 'F' : 'M',
            Nationality = dice.Pick(Country.OfBooks).English,
            Country = "UTO",
            Authority = "MINISTRY OF SPECIMENS",
            IssuedOn = issuedOn,
            ExpiresOn = issuedOn.AddYears(10),
        };
    }

    /// <summary>Half of the people were born in either century, so that all four digits of the sex come along.</summary>
    private static FictitiousNumber Foreigner(DateOnly issuedOn, ref Dice dice)
    {
        var turn = new DateOnly(2000, 1, 1);
        var bornOn = dice.Chance(0.5f) ? Day(new(1945, 1, 1), turn.AddDays(-1), ref dice) : Day(turn, issuedOn.AddYears(-1), ref dice);
        return FictitiousNumber.OfForeigner(bornOn, dice.Chance(0.5f) ? 'F' : 'M', ref dice);
    }

    private static FictitiousNumber Korean(ref Dice dice) =>
        FictitiousNumber.OfResident(Day(new(1945, 1, 1), new(2008, 12, 31), ref dice), dice.Chance(0.5f) ? 'F' : 'M', ref dice);

    private static string Address(ref Dice dice) =>
        $"{dice.Pick(Places)}특별시 {dice.Pick(Places)}구 {dice.Pick(Places)}로 {1 + dice.Below(300)}, "
        + $"{101 + dice.Below(20)}동 {100 + (100 * dice.Below(15)) + 1 + dice.Below(8)}호";

    private static string Digits(int count, ref Dice dice)
    {
        var text = "";
        for (var i = 0; i < count; i++) text += dice.Below(10);
        return text;
    }

    private static DateOnly Day(DateOnly first, DateOnly last, ref Dice dice) =>
        first.AddDays(dice.Below(last.DayNumber - first.DayNumber + 1));
}
