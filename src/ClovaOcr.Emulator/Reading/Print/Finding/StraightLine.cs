using System;
using System.Collections.Generic;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>The points whose distance from the origin along a direction is the same.</summary>
/// <param name="Across">The direction at right angles to the line, of length 1.</param>
/// <param name="Distance">From the origin, along that direction.</param>
internal readonly record struct StraightLine(Point Across, double Distance)
{
    /// <summary>The direction across the line, in degrees from 0 up to 180.</summary>
    public double Degrees => ((Math.Atan2(Across.Y, Across.X) * 180 / Math.PI) + 360) % 180;

    public static StraightLine At(double degrees, double distance)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(new(cos, sin), distance);
    }

    /// <summary>The line from which the squares of the points' distances add up to the least.</summary>
    public static StraightLine Through(IReadOnlyCollection<Point> points)
    {
        double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
        foreach (var point in points) (x, y) = (x + point.X, y + point.Y);
        (x, y) = (x / points.Count, y / points.Count);
        foreach (var point in points)
        {
            var (dx, dy) = (point.X - x, point.Y - y);
            (xx, xy, yy) = (xx + (dx * dx), xy + (dx * dy), yy + (dy * dy));
        }

        var along = 0.5 * Math.Atan2(2 * xy, xx - yy);
        var across = new Point(-Math.Sin(along), Math.Cos(along));
        return new(across, (x * across.X) + (y * across.Y));
    }

    /// <summary>How far a point lies on the far side of the line; negative on the near side.</summary>
    public double DistanceTo(Point point) => (point.X * Across.X) + (point.Y * Across.Y) - Distance;

    /// <summary>How far along the line a point lies.</summary>
    public double Along(Point point) => (point.Y * Across.X) - (point.X * Across.Y);

    /// <summary>The point of the line so far along it.</summary>
    public Point PointAt(double along) => new((Across.X * Distance) - (Across.Y * along), (Across.Y * Distance) + (Across.X * along));

    /// <summary>The angle between two lines, in degrees from 0 to 90.</summary>
    public double AngleTo(StraightLine other) =>
        Math.Acos(Math.Min(1, Math.Abs((Across.X * other.Across.X) + (Across.Y * other.Across.Y)))) * 180 / Math.PI;

    /// <summary>Where two lines meet; null if they are as good as parallel.</summary>
    public Point? Meet(StraightLine other)
    {
        var cross = (Across.X * other.Across.Y) - (Across.Y * other.Across.X);
        if (Math.Abs(cross) < 1e-3) return null;
        return new(
            ((Distance * other.Across.Y) - (other.Distance * Across.Y)) / cross,
            ((other.Distance * Across.X) - (Distance * other.Across.X)) / cross);
    }
}
