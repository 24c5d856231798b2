using ClovaOcr.Emulator.Reading.Print.Lines;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>Where a value stands on a card.</summary>
/// <param name="Field">The vendor page's name for it.</param>
/// <param name="Line">The line that it is in.</param>
/// <param name="Box">Its own ink: all of the line's, or a part of it.</param>
internal sealed record Place(string Field, PrintedLine Line, PixelBox Box)
{
    /// <summary>What is read: a single letter is read better with its label before it.</summary>
    public PixelBox Surroundings { get; init; } = Box;

    /// <summary>What it is to be taken for when it is read again: the line's own letters, unless more is known of it.</summary>
    public Letters Letters { get; init; } = Line.IsKorean ? Letters.Korean : Letters.Latin;

    /// <summary>A value that is all of its line.</summary>
    public static Place Whole(string field, PrintedLine line) => new(field, line, line.Ink);

    /// <summary>A number or date. Korean type has digits of its own, so that reading it as Korean is a further opinion.</summary>
    public static Place OfDigits(string field, PrintedLine line, PixelBox box) =>
        new(field, line, box) { Letters = Letters.Latin | Letters.Korean };
}
