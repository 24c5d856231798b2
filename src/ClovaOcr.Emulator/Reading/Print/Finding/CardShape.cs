using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>An area that may be a card: its corners clockwise from the beginning of a long side, and the sides from there on.</summary>
internal sealed record CardShape(Quad Area, IReadOnlyList<Side> Sides)
{
    // Corners are round: the ends of the sides have no edge.
    private const double Corner = 0.05;

    // How far beyond a corner a line is looked at: a card's side ends there, a table's edge and a text line do not.
    private const double Beyond = 0.15;

    private double[]? _support;
    private double[]? _overrun;

    /// <summary>Which part of each side has an edge.</summary>
    public double[] Support => _support ??= [.. Each(Stretch(Corner, 1 - Corner))];

    /// <summary>Which part of each side's line has an edge beyond the corners.</summary>
    public double[] Overrun => _overrun ??= [.. Each(Stretch(1 + Corner, 1 + Beyond)).Zip(Each(Stretch(-Beyond, -Corner)), Math.Max)];

    /// <summary>Length to height.</summary>
    public double Aspect
    {
        get
        {
            var (length, otherLength) = (Area.UpperLeft.DistanceTo(Area.UpperRight), Area.LowerLeft.DistanceTo(Area.LowerRight));
            var (height, otherHeight) = (Area.UpperLeft.DistanceTo(Area.LowerLeft), Area.UpperRight.DistanceTo(Area.LowerRight));
            return (length + otherLength) / (height + otherHeight);
        }
    }

    private IEnumerable<double> Each(Func<Side, Point, Point, double> measure)
    {
        var corners = Area.Corners.ToArray();
        return Sides.Select((side, i) => measure(side, corners[i], corners[(i + 1) % 4]));
    }

    private static Func<Side, Point, Point, double> Stretch(double from, double to) =>
        (side, a, b) => side.Support(Between(a, b, from), Between(a, b, to));

    private static Point Between(Point a, Point b, double part) => new(a.X + ((b.X - a.X) * part), a.Y + ((b.Y - a.Y) * part));
}
