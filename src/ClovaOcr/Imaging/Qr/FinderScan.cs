using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Looks for finder patterns: rows that go dark, light, dark, light, dark in the proportion 1:1:3:1:1, whose middle shows the same in
/// every direction.
/// </summary>
internal sealed class FinderScan
{
    /// <summary>A picture with more patterns is a pattern itself; no more are looked for.</summary>
    public const int MostPatterns = 60;

    // A pattern with larger modules is found at a smaller scale, where the blocks see all of it.
    private const double LargestModule = 5.5;

    private readonly Luminance _level;
    private readonly double _smallestModule;
    private readonly List<FinderPattern> _found = [];

    public FinderScan(Luminance level, double smallestModule) => (_level, _smallestModule) = (level, smallestModule);

    /// <summary>All finder patterns of this scale.</summary>
    /// <param name="texture">Is told of each row.</param>
    public IReadOnlyList<FinderPattern> Search(TextureMap texture)
    {
        var lightness = new int[_level.Width];
        var crossings = new double[6];
        for (var y = 0; y < _level.Height; y++)
        {
            _level.Row(y, lightness);
            texture.Add(y, lightness);
            Search(y, lightness, crossings);
        }

        return _found;
    }

    private void Search(int y, int[] lightness, double[] crossings)
    {
        var (isDark, count, crossing, margin) = (false, 0, 1, 0);
        for (var x = 1; x < lightness.Length; x++)
        {
            if ((x & (Luminance.Block - 1)) == 0 || x == 1)
                margin = 8 * Luminance.Margin(_level.Contrast(x / Luminance.Block, y / Luminance.Block));
            var now = lightness[x];
            if ((lightness[x - 1] ^ now) < 0) crossing = x;
            var flips = isDark ? now > margin : now < -margin;
            if (!flips) continue;

            isDark = !isDark;
            for (var i = 1; i < crossings.Length; i++) crossings[i - 1] = crossings[i];
            var (before, after) = (lightness[crossing - 1], lightness[crossing]);
            crossings[5] = crossing - 1 + (before == after ? 0 : before / (double)(before - after));
            count++;
            if (!isDark && count >= 6 && IsInProportion(crossings))
                Examine((crossings[2] + crossings[3]) / 2, y, (crossings[5] - crossings[0]) / 7);
        }
    }

    private bool IsInProportion(double[] crossings)
    {
        var module = (crossings[5] - crossings[0]) / 7;
        if (module < _smallestModule || module > LargestModule * 1.42) return false;
        var slack = (0.6 * module) + 0.2;
        return Math.Abs(crossings[1] - crossings[0] - module) < slack
            && Math.Abs(crossings[2] - crossings[1] - module) < slack
            && Math.Abs(crossings[3] - crossings[2] - (3 * module)) < 1.6 * slack
            && Math.Abs(crossings[4] - crossings[3] - module) < slack
            && Math.Abs(crossings[5] - crossings[4] - module) < slack;
    }

    private void Examine(double x, double y, double module)
    {
        if (_found.Count > MostPatterns) return;
        foreach (var known in _found)
        {
            if (Math.Abs(known.Center.X - x) < 2.5 * known.Module && Math.Abs(known.Center.Y - y) < 2.5 * known.Module) return;
        }

        var rays = new FinderRays(_level, x, y);
        if (!rays.Centre(1, 0, module) || !rays.Centre(0, 1, module) || !rays.Centre(1, 0, module)) return;
        if (rays.Cast(module) is { } pattern) _found.Add(pattern);
    }
}
