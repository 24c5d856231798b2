using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Cards;

/// <summary>
/// The smallest convex area around a polygon's corners. A concave or self-crossing polygon is a quadrilateral whose corners came in an
/// odd order; its hull covers whatever was meant.
/// </summary>
internal sealed class ConvexHull
{
    private readonly PixelPoint[] _corners;

    public ConvexHull(Polygon polygon) => _corners = Around(polygon.Vertices);

    public double Top => _corners.Min(corner => corner.Y);

    public double Bottom => _corners.Max(corner => corner.Y);

    /// <summary>The X of the hull's outermost points between two heights, both included; null when it has no point there.</summary>
    public (double Left, double Right)? Between(double top, double bottom)
    {
        var (left, right) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < _corners.Length; i++)
        {
            var (upper, lower) = (_corners[i], _corners[(i + 1) % _corners.Length]);
            if (upper.Y > lower.Y) (upper, lower) = (lower, upper);
            if (lower.Y < top || upper.Y > bottom) continue;
            Include(At(upper, lower, top));
            Include(At(upper, lower, bottom));
            if (upper.Y == lower.Y) Include(lower);
        }

        return left <= right ? (left, right) : null;

        void Include(PixelPoint point) => (left, right) = (Math.Min(left, point.X), Math.Max(right, point.X));
    }

    // The edge's point at a height, or its end where the edge does not reach that far.
    private static PixelPoint At(PixelPoint upper, PixelPoint lower, double height) =>
        height <= upper.Y ? upper
        : height >= lower.Y ? lower
        : upper.Towards(lower, (height - upper.Y) / (lower.Y - upper.Y));

    /// <summary>The hull's corners: Andrew's monotone chain, the lower side from left to right, then the upper side back.</summary>
    public static PixelPoint[] Around(IEnumerable<PixelPoint> corners)
    {
        var sorted = corners.Distinct().OrderBy(corner => corner.X).ThenBy(corner => corner.Y).ToArray();
        if (sorted.Length < 3) return sorted;
        var lower = Side(sorted);
        var upper = Side([.. Enumerable.Reverse(sorted)]);
        return [.. lower.Take(lower.Count - 1), .. upper.Take(upper.Count - 1)];
    }

    private static List<PixelPoint> Side(IEnumerable<PixelPoint> corners)
    {
        var side = new List<PixelPoint>();
        foreach (var corner in corners)
        {
            while (side.Count >= 2 && Turn(side[^2], side[^1], corner) <= 0) side.RemoveAt(side.Count - 1);
            side.Add(corner);
        }

        return side;
    }

    private static double Turn(PixelPoint a, PixelPoint b, PixelPoint c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
