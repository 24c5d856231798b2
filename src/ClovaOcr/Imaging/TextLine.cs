using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>The rectangle around a line of text, turned like it: from where it is read first, along the text and across it.</summary>
internal sealed class TextLine
{
    private readonly PixelPoint _origin;
    private readonly PixelPoint _along;
    private readonly PixelPoint _across;

    private TextLine(PixelPoint origin, PixelPoint along, PixelPoint across, double length, double height)
    {
        (_origin, _along, _across) = (origin, along, across);
        (Length, Height) = (length, height);
    }

    /// <summary>Pixels along the text.</summary>
    public double Length { get; }

    /// <summary>Pixels across the text.</summary>
    public double Height { get; }

    /// <summary>The middle.</summary>
    public PixelPoint Middle => Along(Length / 2, Height / 2);

    /// <summary>The line of a text's box; null when the box is no quadrilateral, or so crooked that it can be no text's.</summary>
    public static TextLine? Of(Polygon box)
    {
        if (box.Vertices.Count != 4) return null;
        var (a, b, c, d) = (box.Vertices[0], box.Vertices[1], box.Vertices[2], box.Vertices[3]);
        var (length, height) = (a.DistanceTo(b), a.DistanceTo(d));
        if (!(length > 0 && height > 0)) return null;

        // The diagonals of a box meet in their middles; a photo's perspective moves them apart by very little.
        var skew = a.Towards(c, 0.5).DistanceTo(b.Towards(d, 0.5));
        var along = new PixelPoint((b.X - a.X) / length, (b.Y - a.Y) / length);
        var across = new PixelPoint(-along.Y, along.X);
        if (Dot(across, d, a) < 0) across = new(along.Y, -along.X);
        return skew > Math.Min(length, height) / 4 ? null : Around(along, across, box.Vertices);
    }

    /// <summary>How far a point lies from the line's beginning and upper edge, in pixels along and across the text.</summary>
    public (double Along, double Across) PlaceOf(PixelPoint point) => (Dot(_along, point, _origin), Dot(_across, point, _origin));

    /// <summary>Whether a point lies within.</summary>
    public bool Holds(PixelPoint point)
    {
        var (along, across) = PlaceOf(point);
        return along >= 0 && along <= Length && across >= 0 && across <= Height;
    }

    /// <summary>The cosine of the angle between the texts' directions.</summary>
    public double DirectionAgainst(TextLine other) => (_along.X * other._along.X) + (_along.Y * other._along.Y);

    /// <summary>The cosine of the angle between the directions of what is below the texts.</summary>
    public double DownAgainst(TextLine other) => (_across.X * other._across.X) + (_across.Y * other._across.Y);

    /// <summary>The line with those others that go on where it ends or begins, and all that is between them.</summary>
    /// <param name="others">Other lines.</param>
    /// <param name="farthest">Pixels between the middles of what belongs together.</param>
    public TextLine Joined(IEnumerable<TextLine> others, double farthest) => Around(
        _along,
        _across,
        [
            .. Corners(),
            .. others
                .Where(other => PlaceOf(other.Middle).Across >= 0 && PlaceOf(other.Middle).Across <= Height)
                .Where(other => other.Middle.DistanceTo(Middle) <= farthest)
                .SelectMany(other => other.Corners()),
        ]);

    /// <summary>The line made longer and higher on both sides.</summary>
    public TextLine Grown(double along, double across) => new(
        Along(-along, -across), _along, _across, Length + (2 * along), Height + (2 * across));

    /// <summary>The area from a part of the line's length to its end.</summary>
    public Polygon From(double part) => new(
        [Along(part * Length, 0), Along(Length, 0), Along(Length, Height), Along(part * Length, Height)]);

    private static TextLine Around(PixelPoint along, PixelPoint across, IReadOnlyCollection<PixelPoint> corners)
    {
        var zero = new PixelPoint(0, 0);
        var (left, top) = (corners.Min(corner => Dot(along, corner, zero)), corners.Min(corner => Dot(across, corner, zero)));
        var (right, bottom) = (corners.Max(corner => Dot(along, corner, zero)), corners.Max(corner => Dot(across, corner, zero)));
        var origin = new PixelPoint((left * along.X) + (top * across.X), (left * along.Y) + (top * across.Y));
        return new(origin, along, across, right - left, bottom - top);
    }

    private static double Dot(PixelPoint direction, PixelPoint point, PixelPoint from) =>
        (direction.X * (point.X - from.X)) + (direction.Y * (point.Y - from.Y));

    private IReadOnlyList<PixelPoint> Corners() => From(0).Vertices;

    private PixelPoint Along(double along, double across) => new(
        _origin.X + (along * _along.X) + (across * _across.X), _origin.Y + (along * _along.Y) + (across * _across.Y));
}
