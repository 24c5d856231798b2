using System;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>Makes a plane of levels softer.</summary>
internal static class Blur
{
    /// <summary>Gives each place the mean of the square around it.</summary>
    /// <param name="plane">Row after row; what it was is gone.</param>
    /// <param name="spare">As large, for work.</param>
    /// <param name="width">Of a row.</param>
    /// <param name="height">How many rows.</param>
    /// <param name="reach">Places to each side.</param>
    public static void Box(float[] plane, float[] spare, int width, int height, int reach)
    {
        for (var y = 0; y < height; y++) Run(plane, spare, y * width, 1, width, reach);
        for (var x = 0; x < width; x++) Run(spare, plane, x, width, height, reach);
    }

    // Beyond the ends the outermost place goes on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(float[] from, float[] to, int start, int step, int count, int reach)
    {
        var sum = 0f;
        for (var i = -reach; i <= reach; i++) sum += from[start + (Math.Clamp(i, 0, count - 1) * step)];
        for (var i = 0; i < count; i++)
        {
            to[start + (i * step)] = sum / ((2 * reach) + 1);
            sum += from[start + (Math.Min(i + reach + 1, count - 1) * step)] - from[start + (Math.Max(i - reach, 0) * step)];
        }
    }
}
