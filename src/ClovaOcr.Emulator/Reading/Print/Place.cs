namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>Where a value stands on a card.</summary>
/// <param name="Field">The vendor page's name for it.</param>
/// <param name="Line">The line that it is in.</param>
/// <param name="Box">Its own ink: all of the line's, or a part of it.</param>
internal sealed record Place(string Field, PrintedLine Line, PixelBox Box)
{
    /// <summary>What is read: a single letter is read better with its label before it.</summary>
    public PixelBox Surroundings { get; init; } = Box;

    public static Place Whole(string field, PrintedLine line) => new(field, line, line.Ink);
}
