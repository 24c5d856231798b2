using System;
using System.IO;
using SkiaSharp;

namespace ReadingScore.Masking;

/// <summary>The stored pixels of a masked copy, by another decoder than the module's.</summary>
internal sealed class CopyPixels : IDisposable
{
    private readonly SKBitmap _bitmap;

    private CopyPixels(SKBitmap bitmap) => _bitmap = bitmap;

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    /// <summary>Decodes a copy.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static CopyPixels Load(string path)
    {
        // A codec, unlike SKBitmap.Decode, shows the pixels as they are stored, whatever EXIF says.
        using var codec = SKCodec.Create(path) ?? throw new InvalidDataException($"{path} is no picture.");
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success
            ? new CopyPixels(bitmap)
            : throw new InvalidDataException($"{path} is damaged.");
    }

    /// <summary>Whether a pixel is the fill colour, or lies outside of the picture.</summary>
    public bool IsBlack(int x, int y) =>
        x < 0 || y < 0 || x >= Width || y >= Height || _bitmap.GetPixel(x, y) is { Red: <= 2, Green: <= 2, Blue: <= 2, Alpha: 255 };

    public void Dispose() => _bitmap.Dispose();
}
