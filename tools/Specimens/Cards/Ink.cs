using SkiaSharp;

namespace Specimens.Cards;

/// <summary>The styles that the cards are set in; sizes in millimetres.</summary>
internal static class Ink
{
    /// <summary>The ink of what a card tells.</summary>
    public static readonly SKColor Black = new(0x1A, 0x1B, 0x20);

    private static readonly SKColor Gray = new(0x4E, 0x55, 0x60);
    private static readonly SKColor Navy = new(0x1E, 0x2E, 0x5C);

    public static TextStyle Title { get; } = new(4.7f, Navy, Weight.Bold);

    public static TextStyle EnglishTitle { get; } = new(2.7f, Navy, Weight.Medium);

    public static TextStyle Label { get; } = new(1.75f, Gray);

    /// <summary>Fourteen equal cells, 24 mm in all: 0.28 of a card's width, as in the vendor's sample.</summary>
    public static TextStyle Number { get; } = new(3.75f, Black, Weight.Medium) { Stretch = 0.83f, EqualCells = true };

    public static TextStyle Value { get; } = new(3.15f, Black, Weight.Medium) { MaxWidth = 41 };

    public static TextStyle SmallValue { get; } = new(2.4f, Black, Weight.Medium);

    public static TextStyle Authority { get; } = new(3f, Black, Weight.Bold) { Align = SKTextAlign.Center, MaxWidth = 33 };

    public static TextStyle EnglishAuthority { get; } = new(1.9f, Black, Weight.Medium) { Align = SKTextAlign.Center, MaxWidth = 36 };

    /// <summary>The machine-readable zone of a passport: 44 equal cells, 113 mm in all.</summary>
    public static TextStyle MachineReadable { get; } = new(3.5f, Black, Weight.Medium) { EqualCells = true, Stretch = 0.88f };
}
