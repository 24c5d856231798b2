using System;
using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>The smallest rectangle, turned any way, that holds everything dark of an area.</summary>
internal sealed class TextureOutline
{
    private TextureOutline(double turn, double left, double top, double right, double bottom) =>
        (Turn, Left, Top, Right, Bottom) = (turn, left, top, right, bottom);

    private double Turn { get; }

    private double Left { get; }

    private double Top { get; }

    private double Right { get; }

    private double Bottom { get; }

    private double Width => Right - Left;

    private double Height => Bottom - Top;

    /// <summary>The rectangle in stored pixels, grown by the quiet zone; null if the area may be but a part of a code.</summary>
    public static Polygon? Around(TextureArea area)
    {
        const int steps = 36;
        if (area.EdgesTouched > 0) return null;
        var dark = DarkEnds(area);
        if (dark.Count == 0) return null;
        var best = Turned(dark, 0);
        for (var step = 1; step < steps; step++)
        {
            var turned = Turned(dark, Math.PI / 2 * step / steps);
            if (turned.Width * turned.Height < best.Width * best.Height) best = turned;
        }

        return best.HoldsAll(area) ? best.Grown(area) : null;
    }

    // All of a code was seen if it is about as wide as high, and has texture everywhere.
    private bool HoldsAll(TextureArea area)
    {
        var part = area.Blocks * (double)BlockTexture.Samples / (Width * Height);
        return Math.Max(Width, Height) < 1.3 * Math.Min(Width, Height) && part is > 0.7 and < 1.8;
    }

    private Polygon Grown(TextureArea area)
    {
        // By four modules and a little, as far as a blurred module can be measured: of a side they are a fifth to a twentieth.
        var longer = Math.Max(Width, Height);
        var grow = Math.Min(Math.Max(4.5 * area.Module, 0.05 * longer), 0.17 * longer) + 2;

        // What lacks to a square may be a part of the code that is too faint to be seen, on either side.
        var (across, down) = (Math.Max(grow, longer - Width + 2), Math.Max(grow, longer - Height + 2));
        var (sine, cosine, scale) = (Math.Sin(Turn), Math.Cos(Turn), area.Level.Picture.Scale);
        return new(
        [
            Corner(Left - across, Top - down),
            Corner(Right + across, Top - down),
            Corner(Right + across, Bottom + down),
            Corner(Left - across, Bottom + down),
        ]);

        PixelPoint Corner(double u, double v) => new(((u * cosine) - (v * sine) + 0.5) * scale, ((u * sine) + (v * cosine) + 0.5) * scale);
    }

    private static TextureOutline Turned(List<PixelPoint> dark, double turn)
    {
        var (sine, cosine) = (Math.Sin(turn), Math.Cos(turn));
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var point in dark)
        {
            var (u, v) = ((point.X * cosine) + (point.Y * sine), (point.Y * cosine) - (point.X * sine));
            (left, right) = (Math.Min(left, u), Math.Max(right, u));
            (top, bottom) = (Math.Min(top, v), Math.Max(bottom, v));
        }

        return new(turn, left, top, right, bottom);
    }

    // The first and the last dark sample of each row.
    private static List<PixelPoint> DarkEnds(TextureArea area)
    {
        var level = area.Level;
        var ends = new List<PixelPoint>();
        var lightness = new int[level.Width];
        var (left, right) = (Math.Max((area.Left - 1) * Luminance.Block, 0), Math.Min((area.Right + 2) * Luminance.Block, level.Width));
        var (top, bottom) = (Math.Max((area.Top - 1) * Luminance.Block, 0), Math.Min((area.Bottom + 2) * Luminance.Block, level.Height));
        for (var y = top; y < bottom; y++)
        {
            level.Row(y, lightness);
            var (first, last) = (-1, -1);
            for (var x = left; x < right; x++)
            {
                var contrast = Math.Max(level.Contrast(x / Luminance.Block, y / Luminance.Block), (int)area.MeanContrast);
                var margin = 16 * Luminance.Margin(contrast);
                if (lightness[x] > -margin || !area.Reaches(x, y)) continue;
                if (first < 0) first = x;
                last = x;
            }

            if (first < 0) continue;
            ends.Add(new(first, y));
            ends.Add(new(last, y));
        }

        return ends;
    }
}
