using SkiaSharp;

namespace Specimens.Cards;

/// <summary>The machine that printed a card: how far it strays from the layout, in what ink, and how it spaces numbers.</summary>
internal sealed record Press
{
    /// <summary>A press that prints just what the layout says.</summary>
    public static Press Exact { get; } = new();

    /// <summary>What its straying is made from.</summary>
    public int Seed { get; init; }

    /// <summary>How far the whole print lies from where the layout has it, in millimetres.</summary>
    public SKPoint Shift { get; init; }

    /// <summary>How far a single text may lie from its place, across and down, in millimetres.</summary>
    public SKPoint Play { get; init; }

    /// <summary>How much larger everything is printed; 1 is as designed.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>By what part of its size a single text may be larger or smaller.</summary>
    public float ScalePlay { get; init; }

    /// <summary>The ink of what a card tells, as against its labels and titles.</summary>
    public SKColor Colour { get; init; } = Ink.Black;

    /// <summary>False where each character of a number takes the room that the typeface gives it.</summary>
    public bool EqualCells { get; init; } = true;

    /// <summary>Where and how the card's n-th text is really printed.</summary>
    public (SKPoint Place, TextStyle Style) Print(int text, SKPoint place, TextStyle style)
    {
        if (this == Exact) return (place, style);

        var dice = Dice.Of(Seed, text);
        place += Shift + new SKPoint(Play.X * dice.Between(-1, 1), Play.Y * dice.Between(-1, 1));
        return (place, style with
        {
            Size = style.Size * Scale * (1 + (ScalePlay * dice.Between(-1, 1))),
            Colour = style.Colour == Ink.Black ? Colour : style.Colour,
            EqualCells = style.EqualCells && EqualCells,
        });
    }
}
