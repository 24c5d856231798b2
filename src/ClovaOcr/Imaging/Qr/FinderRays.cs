using System;

namespace ClovaOcr.Imaging.Qr;

/// <summary>Looks from a point in all directions: does it go dark, light, dark, light there as it does in a finder pattern?</summary>
internal sealed class FinderRays
{
    private const double Step = 0.5;

    private readonly Luminance _level;
    private readonly double _contrast;
    private double _middle;
    private double _x;
    private double _y;

    public FinderRays(Luminance level, double x, double y)
    {
        (_level, _x, _y) = (level, x, y);
        (_middle, _contrast) = (level.MiddleAt(x, y), level.ContrastAt(x, y));
    }

    /// <summary>Moves to the middle of the dark square along a line, if the pattern shows on both sides.</summary>
    public bool Centre(double across, double down, double module)
    {
        if (Ray(across, down, module) is not { } there || Ray(-across, -down, module) is not { } back) return false;
        var shift = (there.Ring - back.Ring + there.Inner - back.Inner) / 4;
        (_x, _y) = (_x + (shift * across), _y + (shift * down));

        // A blurred light ring is darker than paper, and a blurred dark ring lighter than ink: between the two is what tells them apart.
        _middle += (there.Balance + back.Balance) / 2;
        return Math.Abs(shift) < 2 * module;
    }

    /// <summary>Looks in all directions.</summary>
    public FinderPattern? Cast(double module)
    {
        const int least = 12;
        var reach = new double[FinderPattern.Directions];
        var score = 0;
        for (var i = 0; i < reach.Length; i++)
        {
            var (across, down) = FinderPattern.Direction(i);
            if (Ray(across, down, module) is not { } ray) continue;
            reach[i] = ray.Outer;
            score++;
        }

        if (score < least) return null;
        Complete(reach);
        return HasShape(reach) ? new(new(_x, _y), reach, score, _contrast / _level.UsualContrast) : null;
    }

    // A direction that shows nothing reaches as far as the one opposite, or as its neighbours.
    private static void Complete(double[] reach)
    {
        for (var i = 0; i < reach.Length; i++)
        {
            if (reach[i] > 0) continue;
            var opposite = reach[(i + (reach.Length / 2)) % reach.Length];
            var (before, after) = (reach[(i + reach.Length - 1) % reach.Length], reach[(i + 1) % reach.Length]);
            reach[i] = opposite > 0 ? opposite : Math.Max(before, after);
        }
    }

    // A square seen from not too far aside: never far longer in one direction than in another, and the same to both sides.
    private static bool HasShape(double[] reach)
    {
        var (least, most) = (double.MaxValue, 0.0);
        for (var i = 0; i < reach.Length; i++)
        {
            (least, most) = (Math.Min(least, reach[i]), Math.Max(most, reach[i]));
            var opposite = reach[(i + (reach.Length / 2)) % reach.Length];
            if (reach[i] > 1.5 * opposite) return false;
        }

        return most < 2.4 * least;
    }

    // Where the dark square, the light ring and the dark ring end; and how far the middle between the rings is from what was taken for it.
    private (double Inner, double Ring, double Outer, double Balance)? Ray(double across, double down, double module)
    {
        var limit = (3.5 * 1.75 * module) + 2;
        var (inner, ring, light) = (0.0, 0.0, 0.0);
        var (before, extreme) = (_level.Sample(_x, _y) - _middle, 0.0);
        if (before >= 0) return null;
        for (var r = Step; r < limit; r += Step)
        {
            var now = _level.Sample(_x + (r * across), _y + (r * down)) - _middle;
            if ((now < 0) == (before < 0))
            {
                extreme = Math.Max(extreme, Math.Abs(now));
            }
            else
            {
                if (extreme < _contrast * 0.04) return null;
                var at = r - Step + (Step * before / (before - now));
                if (inner == 0) inner = at;
                else if (ring == 0) (ring, light) = (at, extreme);
                else return IsInProportion(inner, ring, at) ? (inner, ring, at, (light - extreme) / 2) : null;
                extreme = Math.Abs(now);
            }

            before = now;
        }

        return null;
    }

    // One and a half, two and a half and three and a half modules, with ink that may have spread or faded by a third of one.
    private static bool IsInProportion(double inner, double ring, double outer) =>
        inner > 0.28 * outer && inner < 0.6 * outer && ring > 0.52 * outer && ring < 0.88 * outer && ring > 1.15 * inner;
}
