using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Which of a picture's pixels a stored row holds.</summary>
/// <param name="Y">Their row in the picture.</param>
/// <param name="FirstX">The column of the first.</param>
/// <param name="StepX">Columns from one to the next.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct PngRowPlace(int Y, int FirstX, int StepX, int Count)
{
    /// <summary>Which of the pixels have columns from one up to but not including another.</summary>
    public (int First, int End) Between(int firstX, int endX)
    {
        return (Before(firstX, this), Before(endX, this));

        static int Before(int x, PngRowPlace row) => Math.Min(Math.Max(x - row.FirstX + row.StepX - 1, 0) / row.StepX, row.Count);
    }
}
