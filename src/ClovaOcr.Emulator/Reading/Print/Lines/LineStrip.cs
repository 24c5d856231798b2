using System;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>A line cut out of an upright card, scaled to the size that is read best and with white around it.</summary>
internal sealed class LineStrip
{
    private const int Border = 12;

    private readonly PixelBox _area;
    private readonly double _scale;

    private LineStrip(GrayImage image, PixelBox area, double scale) => (Image, _area, _scale) = (image, area, scale);

    /// <summary>What Tesseract is given.</summary>
    public GrayImage Image { get; }

    /// <summary>Cuts a line out.</summary>
    /// <param name="print">The card's print.</param>
    /// <param name="line">The ink's bounds.</param>
    /// <param name="height">The ink's height in the strip, in pixels.</param>
    /// <param name="isBlackAndWhite">Whether the strip is to be black and white rather than gray.</param>
    public static LineStrip Cut(GrayImage print, PixelBox line, int height, bool isBlackAndWhite = false)
    {
        var around = Math.Max(3, line.Height / 8);
        var area = new PixelBox(
            Math.Max(0, line.Left - around),
            Math.Max(0, line.Top - around),
            Math.Min(print.Width, line.Right + around),
            Math.Min(print.Height, line.Bottom + around));
        var scale = height / (double)line.Height;
        return new LineStrip(WithBorder(isBlackAndWhite ? BlackAndWhite(print, area, scale) : Scale(print, area, scale)), area, scale);
    }

    /// <summary>Where a part of the strip is on the card.</summary>
    public PixelBox OnCard(int left, int top, int width, int height) => new(
        _area.Left + (int)Math.Round((left - Border) / _scale),
        _area.Top + (int)Math.Round((top - Border) / _scale),
        _area.Left + (int)Math.Round((left + width - Border) / _scale),
        _area.Top + (int)Math.Round((top + height - Border) / _scale));

    private static GrayImage Scale(GrayImage print, PixelBox area, double scale)
    {
        var samples = new byte[area.Width * area.Height];
        for (var y = 0; y < area.Height; y++) print.Row(area.Top + y).Slice(area.Left, area.Width).CopyTo(samples.AsSpan(y * area.Width));
        var (width, height) = (Math.Max(1, (int)Math.Round(area.Width * scale)), Math.Max(1, (int)Math.Round(area.Height * scale)));
        using var cut = new SKBitmap(new SKImageInfo(area.Width, area.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < area.Height; y++) samples.AsSpan(y * area.Width, area.Width).CopyTo(cut.GetPixelSpan(0, y));
        var scaledInfo = new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var scaled = cut.Resize(scaledInfo, new SKSamplingOptions(SKCubicResampler.Mitchell));
        var result = new byte[width * height];
        for (var y = 0; y < height; y++) scaled.GetPixelSpan(0, y)[..width].CopyTo(result.AsSpan(y * width));
        return new GrayImage(width, height, result);
    }

    /// <summary>Black and white at twice the size, so that the edges are smooth when it is made small.</summary>
    private static GrayImage BlackAndWhite(GrayImage print, PixelBox area, double scale)
    {
        var large = Scale(print, area, scale * 2);
        var ink = InkMask.Of(large);
        var samples = new byte[large.Width * large.Height];
        for (var y = 0; y < large.Height; y++)
            for (var x = 0; x < large.Width; x++) samples[(y * large.Width) + x] = ink[x, y] ? (byte)0 : (byte)255;
        return Scale(new GrayImage(large.Width, large.Height, samples), new PixelBox(0, 0, large.Width, large.Height), 0.5);
    }

    private static GrayImage WithBorder(GrayImage strip)
    {
        var (width, height) = (strip.Width + (2 * Border), strip.Height + (2 * Border));
        var samples = new byte[width * height];
        samples.AsSpan().Fill(255);
        for (var y = 0; y < strip.Height; y++) strip.Row(y).CopyTo(samples.AsSpan(((y + Border) * width) + Border));
        return new GrayImage(width, height, samples);
    }
}
