using System;
using System.Collections.Generic;

namespace ClovaOcr.Emulator.Reading;

/// <summary>A position in a picture, in pixels.</summary>
internal readonly record struct Point(double X, double Y)
{
    public double DistanceTo(Point other) => Math.Sqrt(((other.X - X) * (other.X - X)) + ((other.Y - Y) * (other.Y - Y)));
}

/// <summary>Four corners, from the upper left of the text as it is read, clockwise.</summary>
internal sealed record Quad(Point UpperLeft, Point UpperRight, Point LowerRight, Point LowerLeft)
{
    public IEnumerable<Point> Corners => [UpperLeft, UpperRight, LowerRight, LowerLeft];

    // The record's own would print the right half, and that one's, without an end.
    public override string ToString() => string.Join(' ', Corners);

    /// <summary>The half that is read last.</summary>
    public Quad RightHalf => new(Middle(UpperLeft, UpperRight), UpperRight, LowerRight, Middle(LowerLeft, LowerRight));

    public Quad Select(Func<Point, Point> move) => new(move(UpperLeft), move(UpperRight), move(LowerRight), move(LowerLeft));

    /// <summary>Grown on all four sides, along the text and across it, by a part of the text's height.</summary>
    public Quad Padded(double partOfHeight)
    {
        var height = UpperLeft.DistanceTo(LowerLeft);
        var along = Towards(UpperLeft, UpperRight, height * partOfHeight);
        var across = Towards(UpperLeft, LowerLeft, height * partOfHeight);
        return new(
            Move(UpperLeft, -1, -1), Move(UpperRight, 1, -1), Move(LowerRight, 1, 1), Move(LowerLeft, -1, 1));

        Point Move(Point corner, int a, int b) => new(corner.X + (a * along.X) + (b * across.X), corner.Y + (a * along.Y) + (b * across.Y));
    }

    private static Point Middle(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static Point Towards(Point from, Point to, double length)
    {
        var distance = from.DistanceTo(to);
        return distance == 0 ? default : new((to.X - from.X) / distance * length, (to.Y - from.Y) / distance * length);
    }
}
