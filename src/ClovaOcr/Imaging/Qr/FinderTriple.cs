using System;
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

    /// <summary>Sees whether three patterns belong together, the first of them in the corner between the others.</summary>
    public static FinderTriple? Of(FinderPattern corner, FinderPattern one, FinderPattern other)
    {
        var (ax, ay) = (one.Center.X - corner.Center.X, one.Center.Y - corner.Center.Y);
        var (bx, by) = (other.Center.X - corner.Center.X, other.Center.Y - corner.Center.Y);
        var (a, b) = (Math.Sqrt((ax * ax) + (ay * ay)), Math.Sqrt((bx * bx) + (by * by)));
        var area = Math.Abs((ax * by) - (ay * bx));
        var cosine = ((ax * bx) + (ay * by)) / (a * b);
        if (Math.Abs(cosine) > 0.6 || Math.Max(a, b) > 1.8 * Math.Min(a, b)) return null;

        // A pattern has 49 modules, whatever the direction that it is seen from.
        var (byCorner, byOne, byOther) = (7 * Math.Sqrt(area / corner.Area), 7 * Math.Sqrt(area / one.Area), 7 * Math.Sqrt(area / other.Area));
        var modules = (byCorner + byOne + byOther) / 3;
        var (least, most) = (Math.Min(byCorner, Math.Min(byOne, byOther)), Math.Max(byCorner, Math.Max(byOne, byOther)));
        if (modules < 11.5 || modules > 115 || most > 1.6 * least) return null;

        var (right, down) = ((X: ax / modules, Y: ay / modules), (X: bx / modules, Y: by / modules));
        var shape = Math.Max(Misfit(corner, right, down), Math.Max(Misfit(one, right, down), Misfit(other, right, down)));
        if (shape > 0.24) return null;
        return new(corner, one, other, modules, Math.Abs(cosine) + Math.Log(Math.Max(a, b) / Math.Min(a, b)) + Math.Log(most / least) + shape);
    }

    /// <summary>The code's four corners grown by a number of modules and samples, and more at the corner that has no pattern.</summary>
    public PixelPoint[] Outline(double growModules, double growSamples)
    {
        var (a, b, c) = (_corner.Center, _one.Center, _other.Center);

        // Seen at an angle, what is farther away is smaller: by the third power of its distance in area.
        var (wa, wb, wc) = (Math.Pow(_corner.Area, -1.0 / 3), Math.Pow(_one.Area, -1.0 / 3), Math.Pow(_other.Area, -1.0 / 3));
        var wd = wb + wc - wa;
        var level = new PixelPoint(b.X + c.X - a.X, b.Y + c.Y - a.Y);
        var seen = new PixelPoint(((wb * b.X) + (wc * c.X) - (wa * a.X)) / wd, ((wb * b.Y) + (wc * c.Y) - (wa * a.Y)) / wd);
        var d = level.Towards(seen, 0.5);

        var corners = new[] { a, b, d, c };
        var sizes = new[] { _corner.Area, _one.Area, Math.Pow(wd, -3), _other.Area };
        var grown = new PixelPoint[4];
        var area = 0.25 * (sizes[0] + sizes[1] + sizes[2] + sizes[3]);
        for (var i = 0; i < 4; i++)
        {
            var (here, next, last) = (corners[i], corners[(i + 1) % 4], corners[(i + 3) % 4]);
            var size = Math.Sqrt(sizes[i] / area);
            var grow = (3.5 + growModules + (i == 2 ? 0.03 * Modules : 0)) * size / Modules;
            var (n, l) = (here.DistanceTo(next), here.DistanceTo(last));
            var (byNext, byLast) = (grow + (growSamples / n), grow + (growSamples / l));
            grown[i] = new(
                here.X - ((next.X - here.X) * byNext) - ((last.X - here.X) * byLast),
                here.Y - ((next.Y - here.Y) * byNext) - ((last.Y - here.Y) * byLast));
        }

        return grown;
    }

    public bool Uses(FinderPattern pattern) => ReferenceEquals(pattern, _corner) || ReferenceEquals(pattern, _one) || ReferenceEquals(pattern, _other);

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
