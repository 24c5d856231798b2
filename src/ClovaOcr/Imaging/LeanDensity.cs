using System;
using System.Linq;

namespace ClovaOcr.Imaging;

/// <summary>
/// Whether two numbers in a masked copy are a density that has no room for hidden digits: found for the proof by trying all there may be.
/// </summary>
internal static class LeanDensity
{
    private static readonly decimal[] Shapes = [0.25m, 0.5m, 1, 2, 4];

    /// <param name="across">The number across, in the copy's unit.</param>
    /// <param name="down">The number down.</param>
    /// <param name="inch">How many of the copy's unit an inch is.</param>
    /// <param name="parts">The parts of a unit that the numbers are of.</param>
    public static bool IsLean(long across, long down, decimal inch, int parts = 1)
    {
        bool Are(decimal pixels, decimal lines) => across == Written(pixels) && down == Written(lines);
        decimal Written(decimal pixels) => Math.Round(pixels * parts / inch, MidpointRounding.AwayFromZero);

        if (across <= 0 || down <= 0) return false;
        foreach (var scale in new[] { 0.01m, 0.1m, 1, 10 })
        {
            for (var digits = 100; digits <= 999 && digits * scale <= 9600; digits++)
            {
                var pixels = digits * scale;
                if (across == Written(pixels) && Shapes.Any(shape => down == Written(pixels * shape))) return true;
            }
        }

        return Are(204, 98) || Are(204, 196) || Are(204, 391);
    }
}
