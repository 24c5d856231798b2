using System;
using System.Runtime.CompilerServices;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading;

/// <summary>A decoded picture as it is stored: EXIF orientation is not looked at, as the service does not.</summary>
internal sealed class Picture
{
    // A card scanned at 1200 dpi has 10 million; more would only serve to exhaust memory.
    private const long MaximumPixels = 100_000_000;

    private readonly byte[] _luminance;

    private Picture(int width, int height, byte[] luminance) => (Width, Height, _luminance) = (width, height, luminance);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Decodes a JPEG or PNG.</summary>
    /// <returns>Null when it is damaged, incomplete or too large.</returns>
    public static Picture? Decode(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MaximumPixels) return null;

        // Gray is brightness already; anything else is decoded to red, green, blue and a fourth byte.
        var type = codec.Info.ColorType == SKColorType.Gray8 ? SKColorType.Gray8 : SKColorType.Rgba8888;
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, type, SKAlphaType.Unpremul));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success
            ? new(bitmap.Width, bitmap.Height, LuminanceOf(bitmap))
            : null;
    }

    /// <summary>The picture turned as an EXIF orientation, 1 to 8, says that it is to be shown.</summary>
    public Picture Turned(int orientation)
    {
        if (orientation == 1) return this;
        var (width, height) = Turning.Size(orientation, Width, Height);
        var turned = new byte[_luminance.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var to = Turning.ToShown(orientation, new Point(x + 0.5, y + 0.5), Width, Height);
                turned[((int)to.Y * width) + (int)to.X] = _luminance[(y * Width) + x];
            }
        }

        return new Picture(width, height, turned);
    }

    /// <summary>The brightness of a row's pixels, 0 to 255.</summary>
    public ReadOnlySpan<byte> Row(int y) => _luminance.AsSpan(y * Width, Width);

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
