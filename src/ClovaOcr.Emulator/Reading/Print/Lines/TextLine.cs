using System.Collections.Generic;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>Marks that stand in one line and near each other.</summary>
/// <param name="Marks">From left to right.</param>
internal sealed record TextLine(IReadOnlyList<PixelBox> Marks)
{
    /// <summary>The ink's bounds.</summary>
    public PixelBox Box { get; } = PixelBox.Around(Marks);
}
