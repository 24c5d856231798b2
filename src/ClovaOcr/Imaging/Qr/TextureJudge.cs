using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Says which areas may be the modules of a code. No single figure tells them from other things in every light, so all of them are added
/// up. The weights are those of a logistic regression on 3,000 drawn pictures with a code and 3,000 without, half of which it was not
/// shown (tests/ClovaOcr.Tests/Imaging/Qr/Scenes.cs, seeds 0 to 2999): of that half one code in 170 stayed below what is asked here,
/// before its finder patterns were looked at, and one in 80 of the pictures without a code did not.
/// </summary>
internal static class TextureJudge
{
    private const double Bias = -17.65;

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
        var frame = (4.7 * area.QuietPart(1, paper)) + (3.8 * area.QuietPart(2, paper))
            + (3 * area.QuietPart(1, noisyPaper)) + (1.5 * area.QuietPart(2, noisyPaper)) - (area.EdgesTouched > 0 ? 2.4 : 0);

        // It is as strong as other print, or as strong as print is where there is little light, and more than noise.
        var contrast = (0.64 * Log(area.MeanContrast / Math.Max(level.UsualContrast, 1), 0.1, 10))
            + Log(area.MeanContrast / Math.Max(area.MeanLight, 1), 0.05, 10) + (0.65 * Log(area.MeanContrast, 5, 255));

        // It changes often and in all directions, in each block; it is nearly half dark, in some blocks more than in others.
        var modules = (3.2 * Log(area.Changes, 2, 20)) - (3.4 * Log(area.Sum.Direction, 1, 2)) - (7.1 * area.OneWay)
            - (129 * Square(area.Variety - 0.22)) - (35 * Square(area.Dark - 0.43)) - (5.7 * Math.Log(area.Ratio));
        var bounds = area.Bounds;
        return frame + contrast + modules + (2 * Math.Min(finders.Count(finder => bounds.Holds(finder.Center)), 2)) + Bias;
    }

    private static double Log(double value, double least, double most) => Math.Log(Math.Min(Math.Max(value, least), most));

    private static double Square(double value) => value * value;
}
