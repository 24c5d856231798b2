using System.Collections.Generic;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>Draws the light that a photo by hand is taken in.</summary>
internal static class Lamps
{
    public static IReadOnlyList<Lighting> Draw(Scan scan, ref Dice dice)
    {
        var lighting = new List<Lighting>();
        if (dice.Chance(0.5f)) lighting.Add(new Tinge(SKColor.FromHsl(dice.Chance(0.7f) ? 40 : 215, 60, dice.Between(91, 98))));
        if (dice.Chance(0.35f))
        {
            var softness = dice.Between(0.02f, 0.15f);
            lighting.Add(new Shadow(Near(scan, 0.3f, ref dice), dice.Between(0, 360), softness, dice.Between(0.58f, 0.88f)));
        }
        else if (dice.Chance(0.25f))
        {
            lighting.Add(new RoundShadow(Near(scan, 0.45f, ref dice), dice.Between(0.2f, 0.5f), dice.Between(0.6f, 0.88f)));
        }
        if (dice.Chance(0.25f)) lighting.Add(new Glare(Near(scan, 0.4f, ref dice), dice.Between(0.06f, 0.25f), dice.Between(0.2f, 0.5f)));
        return lighting;
    }

    /// <summary>A place on the card or around it.</summary>
    private static SKPoint Near(Scan scan, float spread, ref Dice dice)
    {
        var (across, down) = (scan.CardWidth * spread / scan.Width, scan.CardWidth * spread / scan.Height);
        return scan.Middle + new SKPoint(across * dice.Between(-1, 1), down * dice.Between(-1, 1));
    }
}
