using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// A pass of an interlaced picture, or the one of another: every so many pixels from a first one (PNG, third edition, 8.1).
/// </summary>
internal readonly record struct PngPass(int Width, int Height, int StartX, int StepX, int StartY, int StepY)
{
    private static readonly (int StartX, int StepX, int StartY, int StepY)[] Adam7 =
        [(0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2)];

    /// <summary>The passes that have pixels, in order.</summary>
    public static IReadOnlyList<PngPass> Of(PngHeader header)
    {
        var grids = header.IsInterlaced ? Adam7 : [(0, 1, 0, 1)];
        return [.. grids
            .Select(grid => new PngPass(
                PixelsFrom(grid.StartX, grid.StepX, header.Width), PixelsFrom(grid.StartY, grid.StepY, header.Height),
                grid.StartX, grid.StepX, grid.StartY, grid.StepY))
            .Where(pass => pass.Width > 0 && pass.Height > 0)];
    }

    /// <summary>The pass's columns within columns of the picture.</summary>
    public CellSpan ColumnsWithin(CellSpan pixels) =>
        new(PixelsFrom(StartX, StepX, pixels.First), PixelsFrom(StartX, StepX, pixels.End));

    private static int PixelsFrom(int start, int step, int end) => end <= start ? 0 : (int)(((long)end - start + step - 1) / step);
}
