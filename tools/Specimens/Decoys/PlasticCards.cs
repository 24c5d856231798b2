using SkiaSharp;
using Specimens.Cards;
using Specimens.People;

namespace Specimens.Decoys;

/// <summary>A card of a bank; no bank's cards begin with 0000.</summary>
internal sealed record BankCard(Look Look) : Decoy("bank card", IdentityCard, Look)
{
    public override float CornerRadius => 3.18f;

    public override void Print(CardFace face)
    {
        var dice = Throw();
        Background.Print(face, Look);
        Fill(face, SKColor.FromHsl(Look.Hue, 55, dice.Between(18, 45)).WithAlpha(225));
        Fill(face, SKRect.Create(9, 19, 11, 8.5f), new(0xD0, 0xB4, 0x68));
        Overprint(face);

        var light = new SKColor(0xF4, 0xF4, 0xF0);
        face.Label($"{Place(ref dice)}은행", 8, 11, Ink.Title with { Colour = light });
        face.Label("BANK OF NOWHERE", 78, 11, Ink.EnglishTitle with { Colour = light, Align = SKTextAlign.Right });
        var number = $"0000 {Digits(4, ref dice)} {Digits(4, ref dice)} {Digits(4, ref dice)}";
        face.Label(number, 8, 36, new(5.4f, light, Weight.Medium) { EqualCells = true, MaxWidth = 70 });
        face.Label($"VALID THRU {1 + dice.Below(12):00}/{24 + dice.Below(8)}", 8, 42, Ink.SmallValue with { Colour = light });
        face.Label(Names.Latin(ref dice), 8, 48.5f, Ink.Value with { Colour = light });
    }
}

/// <summary>A university's card: a photo, a name, a registration number of its own.</summary>
internal sealed record StudentCard(Look Look) : Decoy("student card", IdentityCard, Look)
{
    public override float CornerRadius => 3.18f;

    public override void Print(CardFace face)
    {
        var dice = Throw();
        Background.Print(face, Look);
        Portrait.Print(face, new(6, 15, 28, 43), Look);
        Overprint(face);

        face.Label("학생증", 6, 9.5f, Ink.Title);
        face.Label("STUDENT ID CARD", 22, 9.3f, Ink.EnglishTitle);
        face.Label("학번 Registration No.", 34, 18, Ink.Label);
        face.Label($"20{12 + dice.Below(14)}-{Digits(5, ref dice)}", 34, 22, Ink.Number);
        face.Label("성명 Name", 34, 27, Ink.Label);
        face.Label(Person(ref dice), 34, 31, Ink.Value);
        face.Label("학과 Department", 34, 36, Ink.Label);
        face.Label(dice.Pick(["한국어교육과", "Mechanical Engineering", "국제학부", "Computer Science"]), 34, 40, Ink.Value);
        face.Label($"{Place(ref dice)}대학교 총장", 58, 48, Ink.Authority);
    }
}

/// <summary>A library's card, with a date of birth and a number of thirteen digits.</summary>
internal sealed record LibraryCard(Look Look) : Decoy("library card", IdentityCard, Look)
{
    public override float CornerRadius => 3.18f;

    public override void Print(CardFace face)
    {
        var dice = Throw();
        Background.Print(face, Look);
        Overprint(face);

        var number = Number(dice.Chance(0.5f), ref dice);
        face.Label($"{Place(ref dice)}도서관 회원증", 6, 10, Ink.Title);
        face.Label("LIBRARY CARD", 6, 15, Ink.EnglishTitle);
        face.Label("회원번호", 6, 22, Ink.Label);
        face.Label(dice.Chance(0.5f) ? number.ToString() : number.ToString().Replace("-", ""), 6, 26.5f, Ink.Number);
        face.Label("이름 Name", 6, 32, Ink.Label);
        face.Label(Person(ref dice), 6, 36, Ink.Value);
        face.Label("생년월일 Date of birth", 6, 41, Ink.Label);
        face.Label($"{number.BornOn:yyyy.MM.dd}", 6, 45, Ink.SmallValue);
        PrintBars(face, ref dice);
    }

    private static void PrintBars(CardFace face, ref Dice dice)
    {
        Fill(face, SKRect.Create(46, 34, 35, 14), SKColors.White);
        for (var x = 48f; x < 78; x += dice.Between(0.5f, 1.3f))
            Fill(face, SKRect.Create(x, 35.5f, dice.Between(0.2f, 0.6f), 11), SKColors.Black);
    }
}

internal sealed record BusinessCard(Look Look) : Decoy("business card", new(90, 50), Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Fill(face, new(0xFB, 0xFA, 0xF6));
        Fill(face, SKRect.Create(0, 0, dice.Between(2, 9), 50), SKColor.FromHsl(Look.Hue, 55, 45));
        face.Label($"주식회사 {Place(ref dice)}상사", 14, 12, Ink.Authority with { Align = SKTextAlign.Left });
        face.Label(Person(ref dice), 14, 24, Ink.Value with { Size = 4.4f, MaxWidth = 60 });
        face.Label(dice.Pick(["대리", "과장 Manager", "Immigration consultant 행정사", "Director"]), 14, 29, Ink.SmallValue);
        face.Label($"{Place(ref dice)}시 {Place(ref dice)}로 {1 + dice.Below(200)}", 14, 38, Ink.Label with { Size = 2.1f });
        face.Label($"T 02-000-{Digits(4, ref dice)}   M 010-0000-{Digits(4, ref dice)}", 14, 41.5f, Ink.Label with { Size = 2.1f });
        face.Label("someone@example.com   www.example.com", 14, 45, Ink.Label with { Size = 2.1f });
    }
}
