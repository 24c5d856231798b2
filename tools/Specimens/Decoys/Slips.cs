using SkiaSharp;
using Specimens.Cards;

namespace Specimens.Decoys;

/// <summary>A shop's receipt.</summary>
internal sealed record Receipt(Look Look) : Decoy("receipt", new(80, 150), Look)
{
    private static readonly string[] Goods = ["커피", "우유 1L", "사과 5kg", "빵", "MILK TEA", "NOTEBOOK A5", "라면 5입", "생수 2L", "건전지 AA", "우산"];

    public override (float Least, float Most) Widths => (400, 1200);

    public override void Print(CardFace face)
    {
        var dice = Throw();
        var style = new TextStyle(3.4f, new(0x30, 0x30, 0x34)) { MaxWidth = 44 };
        Fill(face, new(0xFA, 0xFA, 0xF8));
        face.Label($"{Place(ref dice)}마트 영수증", 40, 12, style with { Size = 5, Weight = Weight.Bold, Align = SKTextAlign.Center });
        face.Label($"사업자등록번호 000-00-{Digits(5, ref dice)}", 6, 20, style with { MaxWidth = 68 });
        var day = $"20{18 + dice.Below(8)}-{1 + dice.Below(12):00}-{1 + dice.Below(28):00}";
        face.Label($"{day} {dice.Below(24):00}:{dice.Below(60):00}", 6, 26, style);

        var total = 0;
        for (var y = 36f; y < 110; y += 6)
        {
            var price = 100 * (5 + dice.Below(300));
            total += price;
            face.Label(dice.Pick(Goods), 6, y, style);
            face.Label($"{price:#,0}", 74, y, style with { Align = SKTextAlign.Right });
        }
        face.Label("합계", 6, 122, style with { Size = 4.6f, Weight = Weight.Bold });
        face.Label($"{total:#,0}", 74, 122, style with { Size = 4.6f, Weight = Weight.Bold, Align = SKTextAlign.Right });
        face.Label($"승인번호 {Digits(8, ref dice)}  카드 0000-****-****-{Digits(4, ref dice)}", 6, 132, style with { MaxWidth = 68 });
        face.Label("감사합니다 THANK YOU", 40, 141, style with { Align = SKTextAlign.Center });
    }
}

/// <summary>A poster with a large QR code.</summary>
internal sealed record Poster(Look Look) : Decoy("QR poster", new(120, 160), Look)
{
    public override void Print(CardFace face)
    {
        var dice = Throw();
        Fill(face, SKColor.FromHsl(Look.Hue, 50, dice.Between(60, 92)));
        var style = new TextStyle(9, new(0x20, 0x24, 0x30), Weight.Bold) { Align = SKTextAlign.Center, MaxWidth = 100 };
        face.Label(dice.Pick(["여기를 찍으세요", "SCAN ME", "행사 안내", "FREE WI-FI"]), 60, 24, style);
        QrCode.Print(face, $"https://example.com/{Digits(12, ref dice)}", SKRect.Create(25, 38, 70, 70));
        face.Label($"{Place(ref dice)}문화회관", 60, 130, style with { Size = 6 });
        face.Label("example.com", 60, 140, style with { Size = 5, Weight = Weight.Regular });
    }
}
