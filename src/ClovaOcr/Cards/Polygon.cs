using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Cards;

/// <summary>
/// An area of a picture, in pixels. The service's areas are quadrilaterals that begin at the upper left corner of the text as it is
/// read and go clockwise, so that a turned text has a turned area.
/// </summary>
public sealed class Polygon : IEquatable<Polygon>
{
    /// <summary>Makes an area from its corners.</summary>
    /// <exception cref="ArgumentException">Fewer than three corners, or one that is not a number.</exception>
    public Polygon(IEnumerable<PixelPoint> vertices)
    {
        Vertices = vertices.ToArray();
        if (Vertices.Count < 3) throw new ArgumentException("An area needs at least three corners.", nameof(vertices));
        if (Vertices.Any(p => !IsFinite(p.X) || !IsFinite(p.Y))) throw new ArgumentException("A corner is not a number.", nameof(vertices));
    }

    /// <summary>The corners in order.</summary>
    public IReadOnlyList<PixelPoint> Vertices { get; }

    /// <summary>The smallest X of a corner.</summary>
    public double Left => Vertices.Min(p => p.X);

    /// <summary>The smallest Y of a corner.</summary>
    public double Top => Vertices.Min(p => p.Y);

    /// <summary>The largest X of a corner.</summary>
    public double Right => Vertices.Max(p => p.X);

    /// <summary>The largest Y of a corner.</summary>
    public double Bottom => Vertices.Max(p => p.Y);

    /// <summary>Pixels: the length of a text's or card's area in the direction of reading, or of the longer side of any other area.</summary>
    public double Length => Vertices.Count == 4
        ? Math.Max(Vertices[0].DistanceTo(Vertices[1]), Vertices[3].DistanceTo(Vertices[2]))
        : Math.Max(Right - Left, Bottom - Top);

    /// <summary>The mean of the corners.</summary>
    public PixelPoint Middle => new(Vertices.Average(p => p.X), Vertices.Average(p => p.Y));

    /// <summary>An upright rectangle.</summary>
    public static Polygon Rectangle(double left, double top, double right, double bottom) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);

    /// <summary>Whether the upright rectangles around both areas share a point.</summary>
    public bool MayTouch(Polygon other) => Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

    /// <summary>Whether a convex area has a point in it or on its edge.</summary>
    public bool Holds(PixelPoint point)
    {
        var (left, right) = (false, false);
        for (var i = 0; i < Vertices.Count; i++)
        {
            var (a, b) = (Vertices[i], Vertices[(i + 1) % Vertices.Count]);
            var turn = ((b.X - a.X) * (point.Y - a.Y)) - ((b.Y - a.Y) * (point.X - a.X));
            left |= turn > 0;
            right |= turn < 0;
        }

        return !(left && right);
    }

    /// <summary>A convex area that holds this one and everything within a margin of it: the hull of a square around each corner.</summary>
    /// <param name="margin">Pixels.</param>
    public Polygon GrownBy(double margin) => margin <= 0 ? this : new(ConvexHull.Around(Vertices.SelectMany(corner => new PixelPoint[]
    {
        new(corner.X - margin, corner.Y - margin),
        new(corner.X + margin, corner.Y - margin),
        new(corner.X + margin, corner.Y + margin),
        new(corner.X - margin, corner.Y + margin),
    })));

    /// <summary>The area with each corner moved.</summary>
    public Polygon Select(Func<PixelPoint, PixelPoint> move) => new(Vertices.Select(move));

    /// <inheritdoc/>
    public bool Equals(Polygon? other) => other is not null && Vertices.SequenceEqual(other.Vertices);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polygon);

    /// <inheritdoc/>
    public override int GetHashCode() => Vertices[0].GetHashCode() ^ Vertices.Count;

    /// <summary>The corners as <c>x,y x,y …</c>, in pixels.</summary>
    public override string ToString() =>
        string.Join(" ", Vertices.Select(p => FormattableString.Invariant($"{p.X:0.##},{p.Y:0.##}")));

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
