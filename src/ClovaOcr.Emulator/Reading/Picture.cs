using System;
using System.Runtime.CompilerServices;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading;

/// <summary>A decoded picture as it is stored: EXIF orientation is not looked at, as the service does not.</summary>
internal sealed class Picture : IDisposable
{
    /// <summary>A card scanned at 1200 dpi has 10 million; more would only serve to exhaust memory.</summary>
    public const long MaximumPixels = 100_000_000;

    private readonly Lazy<GrayImage> _luminance;

    /// <param name="pixels">Gray8, or Rgba8888 without transparency; the picture disposes it.</param>
    public Picture(SKBitmap pixels)
    {
        Pixels = pixels;
        _luminance = new(() => new GrayImage(pixels.Width, pixels.Height, LuminanceOf(pixels)));
    }

    public int Width => Pixels.Width;

    public int Height => Pixels.Height;

    /// <summary>The colours: Gray8 or Rgba8888.</summary>
    public SKBitmap Pixels { get; }

    /// <summary>The brightness, by the weights of JPEG.</summary>
    public GrayImage Luminance => _luminance.Value;

    /// <summary>Decodes a JPEG or PNG, on white where it can be seen through.</summary>
    /// <returns>Null when it is damaged, incomplete or too large.</returns>
    public static Picture? Decode(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MaximumPixels) return null;

        // Gray is brightness already; anything else is decoded to red, green, blue and a fourth byte.
        var type = codec.Info.ColorType == SKColorType.Gray8 ? SKColorType.Gray8 : SKColorType.Rgba8888;
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, type, SKAlphaType.Opaque));
        if (codec.GetPixels(bitmap.Info.WithAlphaType(SKAlphaType.Unpremul), bitmap.GetPixels()) == SKCodecResult.Success)
        {
            if (codec.Info.AlphaType != SKAlphaType.Opaque) LayOnWhite(bitmap.GetPixelSpan());
            return new(bitmap);
        }

        bitmap.Dispose();
        return null;
    }

    public void Dispose() => Pixels.Dispose();

    private static void LayOnWhite(Span<byte> pixels)
    {
        for (var i = 0; i + 3 < pixels.Length; i += 4)
        {
            var opacity = pixels[i + 3];
            for (var j = i; j < i + 3; j++) pixels[j] = (byte)(((pixels[j] * opacity) + (255 * (255 - opacity)) + 127) / 255);
            pixels[i + 3] = 255;
        }
    }

    private static byte[] LuminanceOf(SKBitmap bitmap)
    {
        var pixels = bitmap.GetPixelSpan();
        var luminance = new byte[bitmap.Width * bitmap.Height];
        for (var y = 0; y < bitmap.Height; y++)
        {
            var row = pixels.Slice(y * bitmap.RowBytes, bitmap.Width * bitmap.BytesPerPixel);
            var into = luminance.AsSpan(y * bitmap.Width, bitmap.Width);
            if (bitmap.BytesPerPixel == 1) row.CopyTo(into);
            else AddUp(row, into);
        }

        return luminance;
    }

    // Optimised from its first call on: a test or a benchmark is half over before the runtime comes to it by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddUp(ReadOnlySpan<byte> colours, Span<byte> luminance)
    {
        for (var x = 0; x < luminance.Length; x++)
        {
            var pixel = colours.Slice(x * 4, 4);
            luminance[x] = (byte)(((pixel[0] * 299) + (pixel[1] * 587) + (pixel[2] * 114)) / 1000);
        }
    }
}
