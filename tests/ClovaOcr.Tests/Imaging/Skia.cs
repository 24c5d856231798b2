using System;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Pixels as SkiaSharp decodes them: libjpeg-turbo and libpng, which this library does not use.</summary>
internal sealed class Skia
{
    private readonly byte[] _pixels;

    /// <summary>Decodes the stored pixels; EXIF orientation is not applied.</summary>
    public Skia(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new InvalidOperationException("SkiaSharp does not know the file.");
        (Width, Height) = (codec.Info.Width, codec.Info.Height);
        Origin = (int)codec.EncodedOrigin;
        var info = new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result != SKCodecResult.Success) throw new InvalidOperationException($"SkiaSharp: {result}.");
        _pixels = bitmap.GetPixelSpan().ToArray();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The EXIF orientation that it sees.</summary>
    public int Origin { get; }

    public (byte R, byte G, byte B, byte A) this[int x, int y]
    {
        get
        {
            var i = ((y * Width) + x) * 4;
            return (_pixels[i], _pixels[i + 1], _pixels[i + 2], _pixels[i + 3]);
        }
    }
}
