using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>A picture as a phone or scanner would store it, and where its code truly is.</summary>
/// <param name="Kind">What is to be seen, for counting.</param>
/// <param name="Jpeg">The file.</param>
/// <param name="Code">The corners of the code's modules, without the quiet zone, in pixels; null where there is no code.</param>
/// <param name="Modules">Modules of the code's side.</param>
internal sealed record Scene(string Kind, byte[] Jpeg, PixelPoint[]? Code, int Modules)
{
    /// <summary>The brightness that a caller of the locator would decode.</summary>
    public GrayPicture Gray(int largestSide) => Decode(Jpeg, largestSide);

    /// <summary>Decodes the stored pixels of a file; EXIF orientation is not applied.</summary>
    public static GrayPicture Decode(byte[] file, int largestSide)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new InvalidOperationException("SkiaSharp does not know the file.");
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success) throw new InvalidOperationException("SkiaSharp did not decode the file.");

        var scaler = new GrayScaler(info.Width, info.Height, largestSide);
        var pixels = bitmap.GetPixelSpan();
        var row = new byte[info.Width];
        for (var y = 0; y < info.Height; y++)
        {
            var line = pixels.Slice(y * bitmap.RowBytes, info.Width * 4);
            for (var x = 0; x < row.Length; x++) row[x] = (byte)(((299 * line[4 * x]) + (587 * line[(4 * x) + 1]) + (114 * line[(4 * x) + 2]) + 500) / 1000);
            scaler.Add(row);
        }

        return scaler.Finish();
    }
}
