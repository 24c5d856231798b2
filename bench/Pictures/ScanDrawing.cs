using System;
using System.IO;
using Quickstart;
using SkiaSharp;

namespace Bench.Pictures;

/// <summary>Draws a specimen as a scanner gives it: on white, at any size, with a little noise in every sample.</summary>
internal static class ScanDrawing
{
    /// <summary>The specimen: its size in pixels is in its layout file, and so is where its number stands.</summary>
    public const string Specimen = "ac-09-large";

    private const int MostNoise = 3;

    /// <param name="width">The drawing's width in pixels; the specimen fills it.</param>
    /// <param name="height">The drawing's height in pixels.</param>
    public static SKBitmap Draw(int width, int height)
    {
        using var card = SKBitmap.Decode(Path.Combine(Checkout.Cards, Specimen + ".jpg"));
        var drawing = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(drawing))
        using (var picture = SKImage.FromBitmap(card))
        {
            canvas.Clear(SKColors.White);
            var place = SKRect.Create(width, (float)card.Height * width / card.Width);
            canvas.DrawImage(picture, place, new SKSamplingOptions(SKCubicResampler.Mitchell));
        }

        AddNoise(drawing.GetPixelSpan());
        return drawing;
    }

    // The same noise in every run; two dice give what comes nearest to a sensor's.
    private static void AddNoise(Span<byte> pixels)
    {
        var random = new Random(5);
        for (var i = 0; i < pixels.Length; i++)
        {
            if (i % 4 == 3) continue;
            var noise = random.Next(-MostNoise, MostNoise + 1) + random.Next(-MostNoise, MostNoise + 1);
            pixels[i] = (byte)Math.Clamp(pixels[i] + noise, 0, 255);
        }
    }
}
