using System;
using SkiaSharp;

namespace Specimens.Cards;

/// <summary>A resident's identity card, to be sent by mistake.</summary>
internal sealed record IdentityCard(Look Look) : Card("ic", "ko", Look)
{
    public required FictitiousNumber Number { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Authority { get; init; }

    public override void Print(CardFace face)
    {
        const float column = 6f;
        Background.Print(face, Look);
        Portrait.Print(face, new(57f, 9f, 79.6f, 38f), Look);
        Overprint.Print(face, Look);

        face.Label("주민등록증", column, 9.8f, Ink.Title with { Size = 5.4f });
        face.Field("name", Name, column, 18.6f, Ink.Value with { Size = 4.2f });
        face.Field("personalNum", Number.ToString(), column, 25.6f, Ink.Number);
        face.Field("address", Address, column, 32.4f, Ink.Value with { Size = 2.9f, MaxWidth = 48 });
        face.Date("issueDate", IssuedOn, "yyyy. M. d.", 42.8f, 43.2f, Ink.SmallValue with { Align = SKTextAlign.Center });
        face.Field("authority", Authority, 42.8f, 49f, Ink.Authority with { Size = 3.5f });
    }
}

/// <summary>A driver's licence, to be sent by mistake.</summary>
internal sealed record DriversLicence(Look Look) : Card("dl", "ko", Look)
{
    public required FictitiousNumber Number { get; init; }

    public required string LicenceNumber { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string Condition { get; init; }

    public required DateOnly RenewFrom { get; init; }

    public required DateOnly RenewUntil { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Authority { get; init; }

    public override void Print(CardFace face)
    {
        const float column = 31.5f;
        const float renewal = 43.5f;
        var value = Ink.Value with { Size = 2.9f, MaxWidth = 48 };
        var date = Ink.SmallValue;

        Background.Print(face, Look);
        Portrait.Print(face, new(5f, 10.6f, 27.4f, 37.8f), Look);
        Overprint.Print(face, Look);

        face.Label("자동차운전면허증", 5f, 7.9f, Ink.Title with { Size = 4.1f });
        face.Label("Driver's License", 41f, 7.7f, Ink.EnglishTitle);
        face.Label("2종보통", 66.5f, 7.7f, Ink.EnglishTitle);

        face.Field("num", LicenceNumber, column, 14.2f, Ink.Number with { Size = 3.5f });
        face.Field("name", Name, column, 19.6f, value);
        face.Field("personalNum", Number.ToString(), column, 24.9f, Ink.Number with { Size = 3.3f });
        face.Field("address", Address, column, 29.8f, value with { Size = 2.6f });
        face.Label("적성검사", column, 34.6f, Ink.Label);
        face.Label("갱신기간", column, 37f, Ink.Label);
        face.Date("renewStartDate", RenewFrom, "yyyy.MM.dd.", renewal, 34.6f, date);
        face.Label("~", renewal - 2.4f, 38.2f, date);
        face.Date("renewEndDate", RenewUntil, "yyyy.MM.dd.", renewal, 38.2f, date);
        face.Label("조건", 62f, 34.6f, Ink.Label);
        face.Field("condition", Condition, 66.4f, 34.6f, date);

        face.Label("식별번호", 5f, 41f, Ink.Label);
        face.Field("code", Code, 5f, 45f, date with { Size = 2.8f });
        face.Date("issueDate", IssuedOn, "yyyy.MM.dd.", 55f, 43.4f, date with { Align = SKTextAlign.Center });
        face.Field("authority", Authority, 55f, 48.8f, Ink.Authority with { MaxWidth = 44 });
    }
}

/// <summary>The data page of a passport, to be sent by mistake.</summary>
internal sealed record Passport(Look Look) : Card("pp", "en", Look)
{
    public required string Number { get; init; }

    public required string Surname { get; init; }

    public required string GivenName { get; init; }

    public required DateOnly BornOn { get; init; }

    public required char Sex { get; init; }

    public required string Nationality { get; init; }

    /// <summary>The three letters of the issuing state, as in UTO.</summary>
    public required string Country { get; init; }

    public required string Authority { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly ExpiresOn { get; init; }

    /// <summary>A passport's page: 125 x 88 mm.</summary>
    public override SKSize Size => new(125, 88);

    public override void Print(CardFace face)
    {
        const float first = 44f;
        const float second = 68f;
        const float third = 92f;
        const string form = "dd MMM yyyy";

        Background.Print(face, Look);
        Portrait.Print(face, new(6f, 17f, 38f, 58f), Look);
        Overprint.Print(face, Look);
        face.Label("PASSPORT", 6f, 10f, Ink.Title);
        face.Label(Nationality, first, 9.6f, Ink.EnglishTitle);

        Entry("Type", "type", "P", first, 18f);
        Entry("Issuing country", "issueCountry", Country, second, 18f);
        Entry("Passport No.", "num", Number, third, 18f);
        Entry("Surname", "surName", Surname, first, 26.5f);
        Entry("Given names", "givenName", GivenName, first, 35f);
        Entry("Nationality", "nationality", Nationality, first, 43.5f);
        DateEntry("Date of birth", "birthDate", BornOn, first, 52f);
        Entry("Sex", "sex", Sex.ToString(), third, 52f);
        DateEntry("Date of issue", "issueDate", IssuedOn, first, 60.5f);
        Entry("Authority", "authority", Authority, third - 12, 60.5f);
        DateEntry("Date of expiry", "expireDate", ExpiresOn, first, 69f);

        // A real one repeats the number; this one says the same word twice.
        face.Label($"P<{Country}SPECIMEN".PadRight(44, '<'), 6f, 78f, Ink.MachineReadable);
        face.Label("SPECIMEN".PadRight(44, '<'), 6f, 84f, Ink.MachineReadable);

        void Entry(string label, string field, string text, float x, float baseline)
        {
            face.Label(label, x, baseline - 3.6f, Ink.Label);
            face.Field(field, text, x, baseline, Ink.Value);
        }

        void DateEntry(string label, string field, DateOnly date, float x, float baseline)
        {
            face.Label(label, x, baseline - 3.6f, Ink.Label);
            face.Date(field, date, form, x, baseline, Ink.Value);
        }
    }
}
