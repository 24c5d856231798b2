using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>A flat thing as a camera sees it that is not held straight above.</summary>
internal static class Perspective
{
    /// <summary>The matrix that leads a rectangle's corners (upper left, upper right, lower right, lower left) to four points.</summary>
    public static SKMatrix Of(SKSize rectangle, SKPoint[] corners)
    {
        var (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3]);
        var sum = p0 - p1 + p2 - p3;
        var (right, down) = (p1 - p2, p3 - p2);
        var area = (right.X * down.Y) - (down.X * right.Y);
        var g = ((sum.X * down.Y) - (down.X * sum.Y)) / area;
        var h = ((right.X * sum.Y) - (sum.X * right.Y)) / area;
        var unit = new SKMatrix(
            p1.X - p0.X + (g * p1.X), p3.X - p0.X + (h * p3.X), p0.X,
            p1.Y - p0.Y + (g * p1.Y), p3.Y - p0.Y + (h * p3.Y), p0.Y,
            g, h, 1);
        return unit.PreConcat(SKMatrix.CreateScale(1 / rectangle.Width, 1 / rectangle.Height));
    }
}
