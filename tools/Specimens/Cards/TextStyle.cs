using SkiaSharp;

namespace Specimens.Cards;

internal enum Weight
{
    Regular,
    Medium,
    Bold,
}

/// <summary>How a text is set.</summary>
/// <param name="Size">The em's height in millimetres.</param>
/// <param name="Colour">The ink.</param>
/// <param name="Weight">How bold it is.</param>
internal sealed record TextStyle(float Size, SKColor Colour, Weight Weight = Weight.Regular)
{
    /// <summary>Less than one is narrower.</summary>
    public float Stretch { get; init; } = 1;

    public SKTextAlign Align { get; init; } = SKTextAlign.Left;

    /// <summary>A longer text is set narrower until it fits, as card printers do. In millimetres.</summary>
    public float MaxWidth { get; init; } = float.PositiveInfinity;

    /// <summary>Every character takes the same width, as in a registration number.</summary>
    public bool EqualCells { get; init; }
}
