using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>Three finder patterns that stand as those of one code do.</summary>
internal sealed class FinderTriple
{
    private readonly FinderPattern _corner;
    private readonly FinderPattern _one;
    private readonly FinderPattern _other;

    private FinderTriple(FinderPattern corner, FinderPattern one, FinderPattern other, double modules, double error) =>
        (_corner, _one, _other, Modules, Error) = (corner, one, other, modules, error);

    /// <summary>Modules between the middles of two neighbouring finder patterns: seven less than the code's side has.</summary>
    public double Modules { get; }

    /// <summary>How far the patterns are from fitting together; 0 is perfect.</summary>
    public double Error { get; }

    public IReadOnlyList<FinderPattern> Patterns => [_corner, _one, _other];

    /// <summary>All threes among some patterns that may belong to one code.</summary>
    public static IEnumerable<FinderTriple> AllOf(IReadOnlyList<FinderPattern> patterns)
    {
        foreach (var corner in patterns)
        {
            for (var i = 0; i < patterns.Count; i++)
            {
                for (var j = i + 1; j < patterns.Count; j++)
                {
                    if (ReferenceEquals(corner, patterns[i]) || ReferenceEquals(corner, patterns[j])) continue;
                    if (Of(corner, patterns[i], patterns[j]) is { } triple) yield return triple;
                }
            }
        }
    }

    // Sees whether three patterns belong together, the first of them in the corner between the others.
    private static FinderTriple? Of(FinderPattern corner, FinderPattern one, FinderPattern other)
    {
        var (ax, ay) = (one.Center.X - corner.Center.X, one.Center.Y - corner.Center.Y);
        var (bx, by) = (other.Center.X - corner.Center.X, other.Center.Y - corner.Center.Y);
        var (a, b) = (Math.Sqrt((ax * ax) + (ay * ay)), Math.Sqrt((bx * bx) + (by * by)));
        var area = Math.Abs((ax * by) - (ay * bx));
        var cosine = ((ax * bx) + (ay * by)) / (a * b);
        if (Math.Abs(cosine) > 0.6 || Math.Max(a, b) > 1.8 * Math.Min(a, b)) return null;

        // A pattern has 49 modules, whatever the direction that it is seen from.
        double[] counts = [7 * Math.Sqrt(area / corner.Area), 7 * Math.Sqrt(area / one.Area), 7 * Math.Sqrt(area / other.Area)];
        var (modules, least, most) = (counts.Average(), counts.Min(), counts.Max());
        if (modules < 11.5 || modules > 115 || most > 1.6 * least) return null;

        var (right, down) = ((X: ax / modules, Y: ay / modules), (X: bx / modules, Y: by / modules));
        var shape = Math.Max(Misfit(corner, right, down), Math.Max(Misfit(one, right, down), Misfit(other, right, down)));
        if (shape > 0.24) return null;
        var error = Math.Abs(cosine) + Math.Abs(Math.Log(a / b)) + Math.Log(most / least) + shape;
        return new(corner, one, other, modules, error);
    }

    /// <summary>The area of the code's modules, grown.</summary>
    /// <param name="modules">By so many modules on each side.</param>
    /// <param name="pixels">And by so many pixels.</param>
    public Polygon Outline(double modules, double pixels)
    {
        var (a, b, c) = (_corner.Center, _one.Center, _other.Center);

        // Seen at an angle, what is farther away is smaller: by the third power of its distance in area. As areas are not measured well,
        // the fourth corner is taken halfway between where that leads and where it were if nothing were farther away.
        var (wa, wb, wc) = (Math.Pow(_corner.Area, -1.0 / 3), Math.Pow(_one.Area, -1.0 / 3), Math.Pow(_other.Area, -1.0 / 3));
        var wd = Math.Max(wb + wc - wa, 0.5 * wa);
        var level = new PixelPoint(b.X + c.X - a.X, b.Y + c.Y - a.Y);
        var seen = new PixelPoint(
            ((wb * b.X) + (wc * c.X) - (wa * a.X)) / wd, ((wb * b.Y) + (wc * c.Y) - (wa * a.Y)) / wd);

        PixelPoint[] centers = [a, b, level.Towards(seen, 0.5), c];
        double[] areas = [_corner.Area, _one.Area, Math.Pow(wd, -3), _other.Area];
        double[] uncertain = [0, 0, 0.03 * Modules, 0];
        var usual = areas.Average();
        return new(Enumerable.Range(0, 4).Select(i =>
        {
            // From the middle of a pattern it is three and a half modules to the code's edge.
            var (here, next, last) = (centers[i], centers[(i + 1) % 4], centers[(i + 3) % 4]);
            var part = (3.5 + modules + uncertain[i]) * Math.Sqrt(areas[i] / usual) / Modules;
            var fromNext = part + (pixels / here.DistanceTo(next));
            var fromLast = part + (pixels / here.DistanceTo(last));
            return new PixelPoint(
                here.X - ((next.X - here.X) * fromNext) - ((last.X - here.X) * fromLast),
                here.Y - ((next.Y - here.Y) * fromNext) - ((last.Y - here.Y) * fromLast));
        }));
    }

    // How much a pattern's outline differs from a square whose sides lead along the code's.
    private static double Misfit(FinderPattern pattern, (double X, double Y) right, (double X, double Y) down)
    {
        var cross = (right.X * down.Y) - (right.Y * down.X);
        var (sum, square) = (0.0, 0.0);
        for (var i = 0; i < FinderPattern.Directions; i++)
        {
            var (x, y) = FinderPattern.Direction(i);
            var (u, v) = (((x * down.Y) - (y * down.X)) / cross, ((right.X * y) - (right.Y * x)) / cross);
            var ratio = pattern.Reach[i] * Math.Max(Math.Abs(u), Math.Abs(v));
            sum += ratio;
            square += ratio * ratio;
        }

        var mean = sum / FinderPattern.Directions;
        return Math.Sqrt(Math.Max((square / FinderPattern.Directions) - (mean * mean), 0)) / mean;
    }
}
