using System;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Specimens;

/// <summary>The cells of a specimen that one printed text meets.</summary>
internal sealed class TextCells(int[] places, CellGrid cells)
{
    /// <summary>The text's own contrast, in steps of 0 to 255; at least one.</summary>
    public double Contrast { get; } = Math.Max(1, places.Max(place => cells[place]) - places.Min(place => cells[place]));

    /// <summary>The largest of a picture's differences within the text.</summary>
    public double WorstOf(double[] differences)
    {
        double worst = 0;
        foreach (var place in places) worst = Math.Max(worst, differences[place]);
        return worst;
    }
}
