using System;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>A rectangle of a page (ISO 32000-1, 7.9.5), with y going up.</summary>
internal readonly record struct PdfBox(float Left, float Bottom, float Right, float Top)
{
    // What most readers take for a page that does not tell its size.
    private static readonly double[] Letter = [0, 0, 612, 792];

    /// <summary>By any two opposite corners, in any order.</summary>
    public static PdfBox Of(double[]? corners)
    {
        var numbers = Array.ConvertAll(corners ?? Letter, number => (float)number);
        var (x, y, otherX, otherY) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        return new(Math.Min(x, otherX), Math.Min(y, otherY), Math.Max(x, otherX), Math.Max(y, otherY));
    }

    /// <summary>The part that is in both; without a size where there is none.</summary>
    public PdfBox Within(PdfBox other) => new(
        Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));
}
