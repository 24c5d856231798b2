using System.Collections.Generic;
using System.Linq;
using SkiaSharp;
using Specimens.Cards;
using Specimens.People;

namespace Specimens.Decoys;

/// <summary>A sheet of A4 paper, or a part of it.</summary>
internal abstract record Page(string Subject, Look Look) : Decoy(Subject, new(210, 297), Look)
{
    protected static readonly TextStyle Text = new(4.4f, new(0x20, 0x20, 0x24)) { MaxWidth = 166 };
    protected static readonly TextStyle Heading = Text with { Size = 7.5f, Weight = Weight.Bold };

    public override (float Least, float Most) Widths => (800, 2400);

    protected static void Paper(CardFace face, ref Dice dice) => Fill(face, SKColor.FromHsl(45, 20, dice.Between(93, 100)));

    /// <summary>Prints lines in the order that the dice give, from one baseline to another.</summary>
    protected static void Fill(CardFace face, float from, float to, IReadOnlyList<string> lines, ref Dice dice)
    {
        var gap = dice.Between(6.5f, 9);
        for (var y = from; y < to; y += gap) face.Label(dice.Pick(lines), 22, y, Text);
    }
}

internal sealed record KoreanPage(Look Look) : Page("page in Korean", Look)
{
    private static readonly string[] Lines =
    [
        "바람이 부는 날이면 마을 사람들은 언덕 위의 나무 아래에 모였다.", "그는 창가에 앉아 오래된 책을 한 장씩 넘기기 시작하였다.",
        "시장에는 사과와 배, 그리고 갓 구운 빵 냄새가 가득하였다.", "올해는 예년보다 비가 많이 내려 강물이 크게 불어났다고 한다.",
        "두 사람은 말없이 걷다가 다리 앞에서 걸음을 멈추었다.", "회의는 오후 3시에 시작하여 5시 30분에 끝날 예정입니다.",
        "이 문서는 견본이며 실제의 사실과 아무런 관계가 없습니다.", "참가자는 모두 124명이었고 그 가운데 37명이 발표를 하였다.",
    ];

    public override void Print(CardFace face)
    {
        var dice = Throw();
        Paper(face, ref dice);
        face.Label(dice.Pick(["언덕 위의 나무", "제3장 겨울 이야기", "회의록", "알려드립니다"]), 22, 35, Heading);
        Fill(face, 55, 270, Lines, ref dice);
    }
}

internal sealed record EnglishPage(Look Look) : Page("page in English", Look)
{
    private static readonly string[] Lines =
    [
        "The harbour was quiet, and only the gulls kept watch over the boats.", "She counted the steps again and found that one was missing.",
        "In the valley the road divides, and neither branch is on the map.", "Nobody remembered who had planted the orchard behind the mill.",
        "The committee met on 14 March and adjourned after two hours.", "Add 250 g of flour, a pinch of salt, and stir until it is smooth.",
        "Republic or kingdom, the islands kept their own counsel for years.", "This page is a sample, and nothing on it is true of anyone.",
    ];

    public override void Print(CardFace face)
    {
        var dice = Throw();
        Paper(face, ref dice);
        face.Label(dice.Pick(["THE ORCHARD", "Chapter Twelve", "MINUTES OF THE MEETING", "Notice to residents"]), 22, 35, Heading);
        Fill(face, 55, 270, Lines, ref dice);
    }
}

/// <summary>A form in which somebody typed a registration number that is nobody's.</summary>
internal sealed record Form(Look Look) : Page("form with a registration number", Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Paper(face, ref dice);
        Overprint(face);
        face.Label(dice.Pick(["통합신청서 APPLICATION FORM", "입사 지원서", "계좌 개설 신청서"]), 105, 32, Heading with { Align = SKTextAlign.Center });

        var country = Country.Draw(ref dice);
        (string Label, string Value)[] rows =
        [
            ("성명 Name", Names.Latin(ref dice)),
            ("외국인등록번호 Registration No.", Number(isForeigner: true, ref dice).ToString()),
            ("국가/지역 Country / Region", dice.Chance(0.5f) ? country.English : country.Korean),
            ("체류자격 Status", VisaStatus.Draw(dice.Chance(0.5f), ref dice)),
            ("발급일자 Issue Date", $"20{11 + dice.Below(15)}.{1 + dice.Below(12):00}.{1 + dice.Below(28):00}"),
            ("전화번호 Phone", $"010-0000-{Digits(4, ref dice)}"),
            ("주소 Address", $"{Place(ref dice)}시 {Place(ref dice)}구 {Place(ref dice)}로 {1 + dice.Below(99)}"),
            ("서명 Signature", ""),
        ];
        for (var row = 0; row < rows.Length; row++)
        {
            var top = 50 + (row * 16);
            Rule(face, SKRect.Create(20, top, 62, 16), SKRect.Create(82, top, 108, 16));
            face.Label(rows[row].Label, 23, top + 9.5f, Text with { Size = 3.8f, MaxWidth = 56 });
            face.Label(rows[row].Value, 86, top + 10, Text with { MaxWidth = 100 });
        }
        face.Label($"{dice.Pick(Offices.All).Korean} 귀하", 105, 200, Heading with { Size = 6, Align = SKTextAlign.Center });
    }
}

/// <summary>A letter about alien registration cards, with the words that stand on one.</summary>
internal sealed record Letter(Look Look) : Page("letter about a registration card", Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        var name = Person(ref dice);
        var office = dice.Pick(Offices.All);
        Paper(face, ref dice);
        Overprint(face);
        string[] lines =
        [
            $"Dear {name},",
            "외국인등록증 (ALIEN REGISTRATION CARD) 발급 안내",
            "Your alien registration card is ready. Please come to the office and bring your passport with you.",
            $"외국인등록번호 Registration No.: {Number(isForeigner: true, ref dice)}",
            $"체류자격 Status: {VisaStatus.Draw(inKorean: false, ref dice)}",
            $"국가/지역 Country / Region: {Country.Draw(ref dice).English}",
            "외국인등록증을 잃어버린 경우에는 14일 안에 재발급을 신청하여야 합니다.",
            "Keep the residence card with you at all times, and tell us when you move to another address.",
            $"발급일자 Issue Date 20{11 + dice.Below(15)}.{1 + dice.Below(12):00}.{1 + dice.Below(28):00}",
            office.Korean,
            office.English,
        ];
        foreach (var (row, line) in lines.Index()) face.Label(line, 22, 45 + (row * 13), Text);
    }
}

/// <summary>Columns of digits, as of a ledger.</summary>
internal sealed record DigitTable(Look Look) : Page("table of digits", Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Paper(face, ref dice);
        var digits = 3 + dice.Below(5);
        for (var y = 30f; y < 275; y += 8)
        {
            for (var column = 0; column < 6; column++)
            {
                Rule(face, SKRect.Create(18 + (column * 29), y - 6, 29, 8));
                face.Label(Digits(digits, ref dice), 45 + (column * 29), y, Text with { Size = 3.8f, Align = SKTextAlign.Right });
            }
        }
    }
}
