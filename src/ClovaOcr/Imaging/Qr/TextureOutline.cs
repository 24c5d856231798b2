using System;
using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>The smallest rectangle, turned any way, that holds everything dark of an area.</summary>
internal sealed class TextureOutline
{
    // Four modules of a small code are more than that of its side, of a large one far less.
    private const double Margin = 0.15;

    private TextureOutline(double turn, double left, double top, double right, double bottom) =>
        (Turn, Left, Top, Right, Bottom) = (turn, left, top, right, bottom);

    private double Turn { get; }

    private double Left { get; }

    private double Top { get; }

    private double Right { get; }

    private double Bottom { get; }

    /// <summary>The rectangle in samples of the area's picture.</summary>
    public static TextureOutline? Around(TextureArea area)
    {
        const int steps = 36;
        var dark = DarkEnds(area);
        TextureOutline? best = null;
        for (var step = 0; step < steps; step++)
        {
            var turned = Turned(dark, Math.PI / 2 * step / steps);
            if (best is null || turned.Width * turned.Height < best.Width * best.Height) best = turned;
        }

        return best is not null && best.IsSquare(area) ? best : null;
    }

    /// <summary>Its corners, grown by the quiet zone.</summary>
    public PixelPoint[] Corners()
    {
        var grow = (Margin * Math.Max(Width, Height)) + 2;
        var (sine, cosine) = (Math.Sin(Turn), Math.Cos(Turn));
        return [Corner(Left - grow, Top - grow), Corner(Right + grow, Top - grow), Corner(Right + grow, Bottom + grow), Corner(Left - grow, Bottom + grow)];

        PixelPoint Corner(double u, double v) => new((u * cosine) - (v * sine), (u * sine) + (v * cosine));
    }

    private double Width => Right - Left;

    private double Height => Bottom - Top;

    // All of a code was seen if it is as wide as high, with texture everywhere; or as much as the picture's edge left of it.
    private bool IsSquare(TextureArea area)
    {
        var part = area.Blocks * (double)BlockTexture.Samples / (Width * Height);
        var isWhole = Math.Max(Width, Height) < 1.18 * Math.Min(Width, Height);
        return isWhole && part is > 0.72 and < 1.4;
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

    // The first and the last dark sample of each row, in the area and the blocks beside it.
    private static List<PixelPoint> DarkEnds(TextureArea area)
    {
        var level = area.Level;
        var ends = new List<PixelPoint>();
        var lightness = new int[level.Width];
        for (var row = Math.Max(area.Top - 1, 0); row <= Math.Min(area.Bottom + 1, level.BlocksDown - 1); row++)
        {
            var columns = new List<int>();
            for (var column = Math.Max(area.Left - 1, 0); column <= Math.Min(area.Right + 1, level.BlocksAcross - 1); column++)
                if (area.DistanceOf(column, row, 1) <= 1) columns.Add(column);

            for (var y = row * Luminance.Block; y < Math.Min((row + 1) * Luminance.Block, level.Height); y++)
            {
                level.Row(y, lightness);
                var (first, last) = (-1, -1);
                foreach (var column in columns)
                {
                    var margin = 16 * Math.Max(Luminance.Margin(level.Contrast(column, row)), level.UsualContrast / 8);
                    for (var x = column * Luminance.Block; x < Math.Min((column + 1) * Luminance.Block, level.Width); x++)
                    {
                        if (lightness[x] > -margin) continue;
                        if (first < 0) first = x;
                        last = x;
                    }
                }

                if (first < 0) continue;
                ends.Add(new(first, y));
                ends.Add(new(last, y));
            }
        }

        return ends;
    }
}
