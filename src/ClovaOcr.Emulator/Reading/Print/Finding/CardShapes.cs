using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>All areas between four lines that have about the shape of a card.</summary>
internal static class CardShapes
{
    // Length to height: cards have 1.585, a passport's page 1.42; perspective shortens either.
    private const double Squarest = 1.2;
    private const double Longest = 2.0;

    // In perspective opposite sides are not parallel, nor neighbours at right angles; degrees.
    private const double Leeway = 12;

    // A card's corner may be cut off by the picture's border; part of the picture.
    private const double Overhang = 0.12;

    // What is shorter, as a part of the picture's longer side, could not be read.
    private const double Shortest = 0.13;

    public static IEnumerable<CardShape> Between(IReadOnlyList<Side> sides, int width, int height)
    {
        var pairs = Pairs(sides, Shortest / Longest * Math.Max(width, height), width, height);
        for (var i = 0; i < pairs.Count; i++)
        {
            for (var j = i + 1; j < pairs.Count; j++)
            {
                var (one, other) = (pairs[i], pairs[j]);
                if (one.A.Line.AngleTo(other.A.Line) < 90 - Leeway || one.B.Line.AngleTo(other.B.Line) < 90 - Leeway) continue;
                if (Shape(one.A, one.B, other.A, other.B, width, height) is { } shape) yield return shape;
            }
        }
    }

    private static List<(Side A, Side B)> Pairs(IReadOnlyList<Side> sides, double least, int width, int height)
    {
        var middle = new Point(width / 2.0, height / 2.0);
        return
        [
            .. from i in Enumerable.Range(0, sides.Count)
               from j in Enumerable.Range(i + 1, sides.Count - i - 1)
               let a = sides[i]
               let b = sides[j]
               where a.Line.AngleTo(b.Line) < Leeway && Math.Abs(a.Line.DistanceTo(Foot(b.Line, middle))) > least
               select (a, b),
        ];
    }

    private static Point Foot(StraightLine line, Point from) =>
        new(from.X - (line.DistanceTo(from) * line.Across.X), from.Y - (line.DistanceTo(from) * line.Across.Y));

    private static CardShape? Shape(Side a, Side b, Side c, Side d, int width, int height)
    {
        if (a.Line.Meet(c.Line) is not { } ac || a.Line.Meet(d.Line) is not { } ad) return null;
        if (b.Line.Meet(c.Line) is not { } bc || b.Line.Meet(d.Line) is not { } bd) return null;
        Point[] corners = [ac, ad, bd, bc];
        if (!corners.All(corner => IsNear(corner, width, height))) return null;
        var (alongA, alongB, alongC, alongD) = (ac.DistanceTo(ad), bc.DistanceTo(bd), ac.DistanceTo(bc), ad.DistanceTo(bd));
        var (one, other) = (alongA + alongB, alongC + alongD);
        if (Math.Max(one, other) / Math.Min(one, other) is < Squarest or > Longest) return null;
        if (Math.Max(one, other) / 2 < Shortest * Math.Max(width, height)) return null;

        // The sides in the order of the corners, the first a long one, clockwise.
        Side[] sides = [a, d, b, c];
        if (other > one) (corners, sides) = ([ad, bd, bc, ac], [d, b, c, a]);
        if (Turn(corners[0], corners[1], corners[2]) < 0)
        {
            corners = [corners[1], corners[0], corners[3], corners[2]];
            sides = [sides[0], sides[3], sides[2], sides[1]];
        }

        return new(new(corners[0], corners[1], corners[2], corners[3]), sides);
    }

    private static bool IsNear(Point corner, int width, int height) =>
        corner.X > -Overhang * width && corner.X < (1 + Overhang) * width
        && corner.Y > -Overhang * height && corner.Y < (1 + Overhang) * height;

    private static double Turn(Point a, Point b, Point c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
