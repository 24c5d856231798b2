using System;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>What a camera and a file format do to what is before them.</summary>
/// <param name="Blur">The lens' blur, in pixels.</param>
/// <param name="Drag">How far the hand moved while the shutter was open, in pixels.</param>
/// <param name="Dark">The darkest brightness that black becomes, 0 to 255.</param>
/// <param name="Light">The brightness that white becomes.</param>
/// <param name="Falloff">The light at the darker side as a part of that at the lighter one.</param>
/// <param name="Noise">The sensor's noise, in levels.</param>
/// <param name="Quality">Of the JPEG.</param>
internal sealed record Camera(double Blur, double Drag, double Dark, double Light, double Falloff, double Noise, int Quality)
{
    /// <summary>A camera as it comes: mostly good, sometimes bad in one way or two.</summary>
    /// <param name="dice">What decides.</param>
    /// <param name="module">Pixels of the smallest thing that should stay visible.</param>
    public static Camera Any(Random dice, double module)
    {
        var light = dice.Chance(0.25) ? dice.Between(80, 160) : dice.Between(170, 255);
        return new(
            dice.Chance(0.3) ? dice.Between(0.3, 0.6) * module : dice.Between(0.1, 0.3) * module,
            dice.Chance(0.12) ? dice.Between(0, 0.9) * module : 0,
            light * (dice.Chance(0.25) ? dice.Between(0.2, 0.5) : dice.Between(0, 0.2)),
            light,
            dice.Chance(0.5) ? dice.Between(0.55, 1) : 1,
            dice.Chance(0.3) ? dice.Between(2, 7) : dice.Between(0, 2),
            dice.Next(30, 96));
    }

    /// <summary>Takes the picture.</summary>
    public byte[] Shoot(SKBitmap pixels, Random dice)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var samples = Brightness(pixels);
        samples = Smear(samples, width, height, Blur * Blur, Drag, dice.Between(0, Math.PI));
        var (direction, slope) = (dice.Between(0, 2 * Math.PI), (1 - Falloff) / Math.Sqrt((width * width) + (height * height)));
        // A stretch of the same noise for each row, from a random place on.
        var grain = new double[4096];
        for (var i = 0; i < grain.Length && Noise > 0; i++) grain[i] = dice.Bell(Noise);
        using var photo = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < height; y++)
        {
            var row = photo.GetPixelSpan(0, y);
            var place = dice.Next(grain.Length);
            for (var x = 0; x < width; x++)
            {
                var away = ((x - (width / 2.0)) * Math.Cos(direction)) + ((y - (height / 2.0)) * Math.Sin(direction));
                var light = 1 - ((1 - Falloff) / 2) + (away * slope);
                var sample = (Dark + (samples[(y * width) + x] * (Light - Dark) / 255)) * light;
                row[x] = (byte)Math.Clamp(sample + grain[(place + x) % grain.Length] + 0.5, 0, 255);
            }
        }

        using var pixmap = photo.PeekPixels();
        using var data = pixmap!.Encode(new SKJpegEncoderOptions(Quality))!;
        return data.ToArray();
    }

    private static float[] Brightness(SKBitmap pixels)
    {
        var samples = new float[pixels.Width * pixels.Height];
        for (var y = 0; y < pixels.Height; y++)
        {
            var line = pixels.GetPixelSpan().Slice(y * pixels.RowBytes, pixels.Width * 4);
            for (var x = 0; x < pixels.Width; x++)
                samples[(y * pixels.Width) + x] = (0.114f * line[4 * x]) + (0.587f * line[(4 * x) + 1]) + (0.299f * line[(4 * x) + 2]);
        }

        return samples;
    }

    // Three boxes one after the other are close to a bell curve; a box along the hand's way is its drag.
    private static float[] Smear(float[] samples, int width, int height, double variance, double drag, double direction)
    {
        var across = Math.Sqrt(variance + (drag * drag * Math.Cos(direction) * Math.Cos(direction) / 12));
        var down = Math.Sqrt(variance + (drag * drag * Math.Sin(direction) * Math.Sin(direction) / 12));
        return Smooth(Smooth(samples, width, height, 1, width, across), height, width, width, 1, down);
    }

    private static float[] Smooth(float[] samples, int length, int lines, int step, int lineStep, double deviation)
    {
        if (deviation < 0.05) return samples;
        var reach = (int)Math.Ceiling(3 * deviation);
        var weights = new float[reach + 1];
        var sum = 0f;
        for (var i = 0; i <= reach; i++)
        {
            weights[i] = (float)Math.Exp(-i * i / (2 * deviation * deviation));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }

        for (var i = 0; i <= reach; i++) weights[i] /= sum;
        var result = new float[samples.Length];
        for (var line = 0; line < lines; line++)
        {
            for (var i = 0; i < length; i++)
            {
                var start = line * lineStep;
                var value = weights[0] * samples[start + (i * step)];
                for (var k = 1; k <= reach; k++)
                    value += weights[k] * (samples[start + (Math.Max(i - k, 0) * step)] + samples[start + (Math.Min(i + k, length - 1) * step)]);
                result[start + (i * step)] = value;
            }
        }

        return result;
    }
}
