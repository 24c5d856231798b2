using System.Collections.Generic;
using SkiaSharp;
using Specimens.Cards;

namespace Specimens.People;

/// <summary>Draws what the paper and the print of a card look like.</summary>
internal static class Looks
{
    private static readonly IReadOnlyList<SKColor> Colours =
    [
        Ink.Black, new(0x00, 0x00, 0x00), new(0x2A, 0x2A, 0x2E), new(0x3C, 0x3E, 0x44), new(0x4A, 0x4A, 0x4A), new(0x16, 0x22, 0x4A),
        new(0x22, 0x30, 0x5E), new(0x10, 0x2C, 0x3C),
    ];

    /// <summary>A text strays by at most a millimetre and 8 % of its size, most of it together with all others.</summary>
    public static Look Draw(ref Dice dice) => new(dice.Below(360), dice.Seed())
    {
        Pattern = dice.Between(0.3f, 1.5f),
        Overprint = (byte)(26 + dice.Below(26)),
        Press = new()
        {
            Seed = dice.Seed(),
            Shift = new(dice.Between(-0.6f, 0.6f), dice.Between(-0.6f, 0.6f)),
            Play = new(0.4f, 0.15f),
            Scale = dice.Between(0.95f, 1.05f),
            ScalePlay = 0.028f,
            Colour = dice.Pick(Colours),
            EqualCells = dice.Chance(0.7f),
        },
    };
}
