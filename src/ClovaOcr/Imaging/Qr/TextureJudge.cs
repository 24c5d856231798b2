using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Says which areas may be the modules of a code. No single figure tells them from other things in every light, so all of them are added
/// up. The weights are those of a logistic regression on 3,000 drawn pictures with a code and 3,000 without, half of which it was not
/// shown (tests/ClovaOcr.Tests/Imaging/Qr/Scenes.cs, seeds 0 to 2999): of that half one code in 200 stayed below what is asked here, and
/// one picture in 80 without a code did not.
/// </summary>
internal static class TextureJudge
{
    private const double Bias = -16.2;

    /// <param name="area">The area.</param>
    /// <param name="finders">The finder patterns of the picture, in stored pixels.</param>
    public static bool MayBeCode(TextureArea area, IReadOnlyList<FinderPattern> finders) => IsCompact(area) && Score(area, finders) > 0;

    // A square, seen from aside or turned: at 45 degrees it fills half of the rectangle around it.
    private static bool IsCompact(TextureArea area) => area.EdgesTouched < 3 && area.Fill >= 0.5 && area.Ratio <= 1.8;

    private static double Score(TextureArea area, IReadOnlyList<FinderPattern> finders)
    {
        var level = area.Level;
        var paper = 0.4 * Math.Min(level.UsualContrast, area.MeanContrast);
        var noisyPaper = Math.Min(Math.Max(paper, 1.25 * level.LeastContrast), 0.75 * area.MeanContrast);

        // A code has its quiet zone around it, even if noise makes that unquiet; where the picture ends there is less of it to be seen.
        var (near, far) = (area.QuietPart(1, paper), area.QuietPart(2, paper));
        var (nearWithNoise, farWithNoise) = (area.QuietPart(1, noisyPaper), area.QuietPart(2, noisyPaper));
        var least = Math.Min(Math.Min(near, far), Math.Min(nearWithNoise, farWithNoise));
        var frame = (3.4 * near) + (2.2 * far) + (2.1 * nearWithNoise) + (0.3 * farWithNoise) + (3.1 * least)
            + (Math.Min(near, far) > 0.97 ? 1.7 : 0) - (area.EdgesTouched > 0 ? 2.2 : 0);

        // It is as strong as other print, or as strong as print is where there is little light, and more than noise.
        var contrast = (0.9 * Log(area.MeanContrast / Math.Max(level.UsualContrast, 1), 0.1, 10))
            + (0.9 * Log(area.MeanContrast / Math.Max(area.MeanLight, 1), 0.05, 10)) + (0.3 * Log(area.MeanContrast, 5, 255));

        // It changes often, ten times at least if it can be seen well, and in all directions, in each block; it is nearly half dark, in
        // some blocks more than in others.
        var modules = (3.9 * Log(area.Changes, 2, 20)) - (2.2 * Log(area.Changes / 10, 1, 2))
            - (3.5 * Log(area.Sum.Direction, 1, 2)) - (3 * area.OneWay) - (34 * Square(Math.Max(area.OneWay - 0.3, 0)))
            - (125 * Square(area.Variety - 0.22)) - (29 * Square(area.Dark - 0.43)) - (5.6 * Math.Log(area.Ratio));
        var bounds = area.Bounds;
        return frame + contrast + modules + (2.05 * Math.Min(finders.Count(finder => bounds.Holds(finder.Center)), 2)) + Bias;
    }

    private static double Log(double value, double least, double most) => Math.Log(Math.Min(Math.Max(value, least), most));

    private static double Square(double value) => value * value;
}
