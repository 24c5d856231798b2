using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>Draws what a photographed card lies on.</summary>
internal static class Tables
{
    public static (Bed Bed, string Name) Draw(ref Dice dice)
    {
        var seed = dice.Seed();
        var lightness = dice.Between(0, 1);
        switch (dice.Below(6))
        {
            case 0:
                var white = SKColor.FromHsl(dice.Between(0, 360), 4, 84 + (12 * lightness));
                return (new GrainyBed(white, 0.1f, 0.1f, 0.1f, seed), "white");
            case 1:
                var gray = SKColor.FromHsl(dice.Between(180, 260), 6, 40 + (35 * lightness));
                return (new GrainyBed(gray, 0.02f, 0.02f, 0.2f, seed), "gray");
            case 2:
                var wood = SKColor.FromHsl(dice.Between(18, 38), 38, 28 + (34 * lightness));
                var along = dice.Chance(0.5f);
                return (new GrainyBed(wood, along ? 0.9f : 0.012f, along ? 0.012f : 0.9f, 0.45f, seed), "wood");
            case 3:
                var dark = SKColor.FromHsl(dice.Between(0, 360), 12, 8 + (12 * lightness));
                return (new GrainyBed(dark, 0.2f, 0.2f, 0.3f, seed), "dark");
            case 4:
                var stone = SKColor.FromHsl(dice.Between(20, 50), 8, 45 + (30 * lightness));
                return (new GrainyBed(stone, 0.006f, 0.006f, 0.5f, seed), "stone");
            default:
                var hue = dice.Between(0, 360);
                var cloth = new GrainyBed(SKColor.FromHsl(hue, 30, 45 + (35 * lightness)), 0.004f, 0.004f, 0.25f, seed);
                var band = SKColor.FromHsl((hue + dice.Between(20, 180)) % 360, 35, dice.Between(30, 70)).WithAlpha(70);
                return (new WovenBed(cloth, band, dice.Between(0.02f, 0.12f)), "cloth");
        }
    }

    /// <summary>Lays a second thing at an edge of the picture, where the card may cover a part of it.</summary>
    public static Bed Litter(Bed bed, ref Dice dice)
    {
        var along = dice.Between(0.1f, 0.9f);
        var edge = dice.Chance(0.5f) ? dice.Between(-0.02f, 0.06f) : dice.Between(0.94f, 1.02f);
        var place = dice.Chance(0.5f) ? new SKPoint(along, edge) : new(edge, along);
        var angle = dice.Between(0, 360);
        var colour = SKColor.FromHsl(dice.Between(0, 360), dice.Between(10, 70), dice.Between(15, 60));
        Thing thing = dice.Below(3) switch
        {
            0 => new Pen(place, angle, colour),
            1 => new Sheet(place, angle, 4 + dice.Below(8)),
            _ => new Coin(place, dice.Pick<SKColor>([new(0xB8, 0xB8, 0xBA), new(0xB0, 0x7C, 0x48), new(0xC8, 0xB0, 0x60)])),
        };
        return new LitteredBed(bed, [thing]);
    }
}
