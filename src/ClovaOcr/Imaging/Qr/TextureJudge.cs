using System;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Says which areas may be the modules of a code. The figures are those that nearly all codes keep which were drawn in every condition,
/// and few other things do.
/// </summary>
internal static class TextureJudge
{
    public static bool MayBeCode(TextureArea area) =>
        area.EdgesTouched < 3 && IsCompact(area) && (IsPrint(area) ? IsLike(area) : IsFaint(area) && IsJustLike(area));

    // A square, seen from aside or turned: at 45 degrees it fills half of the rectangle around it, with blocks somewhat more.
    private static bool IsCompact(TextureArea area)
    {
        var (width, height) = (area.Right - area.Left + 1, area.Bottom - area.Top + 1);
        return Math.Max(width, height) <= 1.8 * Math.Min(width, height) && area.Fill >= 0.55;
    }

    // As strong as other print, with paper around it.
    private static bool IsPrint(TextureArea area) => HasContrast(area) && IsFramed(area, Paper(area));

    // Where a shadow lies on it, as strong as print is for so little light.
    private static bool HasContrast(TextureArea area) =>
        area.MeanContrast > 0.5 * area.Level.UsualContrast || area.MeanContrast > 0.45 * area.MeanLight;

    // Under a lamp's reflection, but more than the sensor's noise; or with so much noise that the paper around it is not quiet.
    private static bool IsFaint(TextureArea area)
    {
        var isMoreThanNoise = area.MeanContrast > 0.28 * area.Level.UsualContrast && area.MeanContrast > 1.8 * area.Level.LeastContrast;
        var paper = Math.Min(Math.Max(Paper(area), 1.25 * area.Level.LeastContrast), 0.75 * area.MeanContrast);
        return (isMoreThanNoise || HasContrast(area)) && IsFramed(area, paper);
    }

    private static double Paper(TextureArea area) => 0.4 * Math.Min(area.Level.UsualContrast, area.MeanContrast);

    // A code has its quiet zone around it; where the picture ends there is less of it to be seen.
    private static bool IsFramed(TextureArea area, double paper)
    {
        var (near, far) = (area.QuietPart(1, paper), area.QuietPart(2, paper));
        return near > 0.74 && near + far > (area.EdgesTouched > 0 ? 1.75 : 1.45);
    }

    private static bool IsLike(TextureArea area) =>
        area.Changes > 8 && area.Sum.Direction < 1.3 && area.OneWay < 0.45 && area.Variety < 0.29 && area.Dark is > 0.31 and < 0.56;

    private static bool IsJustLike(TextureArea area) =>
        area.Changes > 10 && area.Sum.Direction < 1.18 && area.OneWay < 0.36 && area.Variety < 0.25 && area.Dark is > 0.34 and < 0.52
        && area.Fill > 0.6;
}
