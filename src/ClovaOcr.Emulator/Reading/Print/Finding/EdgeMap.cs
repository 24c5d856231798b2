using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>Where brightness or colour changes most quickly, a pixel wide, and in which direction.</summary>
internal sealed class EdgeMap
{
    /// <summary>No edge.</summary>
    public const byte None = 255;

    // Below this a change is noise, whatever the rest of the picture is like: levels between neighbours, times eight.
    private const float Faintest = 8;

    // The weights of the faintest edge and of all strong ones: ink on paper should not drown paper on paper.
    private const int Lightest = 4;
    private const int Heaviest = 16;

    private readonly byte[] _directions;

    private EdgeMap(int width, int height)
    {
        (Width, Height, _directions) = (width, height, new byte[width * height]);
        Array.Fill(_directions, None);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All of them, in no order.</summary>
    public List<Edge> Edges { get; } = [];

    /// <summary>The direction across the edge at a place, in degrees from 0 to 179; <see cref="None"/> where there is none.</summary>
    public byte DirectionAt(int x, int y) => _directions[(y * Width) + x];

    /// <summary>The edges of planes that lie on one another.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="planes">What changes; levels, row after row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static EdgeMap Of(int width, int height, params float[][] planes)
    {
        var map = new EdgeMap(width, height);
        var (across, down, strength) = (new float[width * height], new float[width * height], new float[width * height]);
        foreach (var plane in planes) Differentiate(plane, width, height, across, down, strength);

        var least = Math.Max(Faintest, 1.5f * Median(strength));
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var at = (y * width) + x;
                if (strength[at] < least || !IsRidge(strength, at, width, across[at], down[at])) continue;
                var degrees = (int)Math.Round(Math.Atan2(down[at], across[at]) * (180 / Math.PI));
                var direction = (byte)((degrees + 360) % 180);
                map._directions[at] = direction;
                var weight = (byte)Math.Min(Heaviest, strength[at] / least * Lightest);
                map.Edges.Add(new((short)x, (short)y, direction, weight, strength[at]));
            }
        }

        return map;
    }

    // Sobel's operator; of the planes the one counts that changes most.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Differentiate(float[] plane, int width, int height, float[] across, float[] down, float[] strength)
    {
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var at = (y * width) + x;
                var (falling, rising) = (plane[at + width + 1] - plane[at - width - 1], plane[at - width + 1] - plane[at + width - 1]);
                var dx = falling + rising + (2 * (plane[at + 1] - plane[at - 1]));
                var dy = falling - rising + (2 * (plane[at + width] - plane[at - width]));
                var size = MathF.Sqrt((dx * dx) + (dy * dy));
                if (size > strength[at]) (across[at], down[at], strength[at]) = (dx, dy, size);
            }
        }
    }

    private static bool IsRidge(float[] strength, int at, int width, float dx, float dy)
    {
        var (ax, ay) = (MathF.Abs(dx), MathF.Abs(dy));
        var step = ay < 0.414f * ax ? 1 : ax < 0.414f * ay ? width : (dx > 0) == (dy > 0) ? width + 1 : width - 1;
        return strength[at] >= strength[at - step] && strength[at] > strength[at + step];
    }

    private static float Median(float[] values)
    {
        const int step = 29;
        var some = new float[(values.Length / step) + 1];
        for (var i = 0; i < some.Length; i++) some[i] = values[Math.Min(i * step, values.Length - 1)];
        Array.Sort(some);
        return some[some.Length / 2];
    }
}

/// <summary>A pixel on an edge.</summary>
/// <param name="X">Its column.</param>
/// <param name="Y">Its row.</param>
/// <param name="Direction">Across the edge, in degrees from 0 to 179.</param>
/// <param name="Weight">How much it counts for a line.</param>
/// <param name="Strength">How quickly brightness or colour changes there.</param>
internal readonly record struct Edge(short X, short Y, byte Direction, byte Weight, float Strength);
