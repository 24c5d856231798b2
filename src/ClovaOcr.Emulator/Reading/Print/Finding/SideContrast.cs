using System;
using System.Numerics;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>How the colours inside a card's side differ from those outside.</summary>
/// <param name="Difference">Inside less outside, as the mean of the whole side: in the planes of the miniature.</param>
/// <param name="Clarity">How large that is beside what it varies along the side: 0 for no difference, 1 for a clear one everywhere.</param>
internal readonly record struct SideContrast(Vector3 Difference, double Clarity)
{
    // Places along the side, away from the round corners.
    private const int Places = 24;
    private const double Corner = 0.07;

    // Levels by which two spots of the same paper may differ.
    private const float Noise = 1.5f;

    // Steps away from the side, in pixels: past the edge's own blur.
    private static readonly double[] Steps = [2.5, 4, 6];

    /// <param name="picture">Where to look.</param>
    /// <param name="from">The side's beginning.</param>
    /// <param name="to">Its end; the inside is on the right hand of who walks there, as the picture shows it.</param>
    /// <returns>Null where less than half of the side lies in the picture.</returns>
    public static SideContrast? Of(Miniature picture, Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var inward = new Point(-dy / length, dx / length);
        Span<Vector3> differences = stackalloc Vector3[Places];
        var (count, sum) = (0, Vector3.Zero);
        for (var i = 0; i < Places; i++)
        {
            var part = Corner + ((1 - (2 * Corner)) * i / (Places - 1));
            var at = new Point(from.X + (dx * part), from.Y + (dy * part));
            if (Mean(picture, at, inward, 1) is not { } inside || Mean(picture, at, inward, -1) is not { } outside) continue;
            differences[count] = inside - outside;
            sum += differences[count++];
        }

        if (count < Places / 2) return null;
        var mean = sum / count;
        var spread = 0f;
        foreach (var difference in differences[..count]) spread += (difference - mean).Length();
        return new(mean, mean.Length() / (mean.Length() + (spread / count) + Noise));
    }

    private static Vector3? Mean(Miniature picture, Point at, Point inward, int sign)
    {
        var sum = Vector3.Zero;
        foreach (var step in Steps)
        {
            var (x, y) = ((int)Math.Floor(at.X + (inward.X * step * sign)), (int)Math.Floor(at.Y + (inward.Y * step * sign)));
            if (x < 0 || y < 0 || x >= picture.Width || y >= picture.Height) return null;
            var place = (y * picture.Width) + x;
            sum += new Vector3(picture.Planes[0][place], picture.Planes[1][place], picture.Planes[2][place]);
        }

        return sum / Steps.Length;
    }
}
