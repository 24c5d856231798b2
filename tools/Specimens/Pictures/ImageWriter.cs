using System;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>Writes a scan as a file: the pixels, the resolution, and the orientation where it is not 1.</summary>
internal static class ImageWriter
{
    public static byte[] Write(ScannedCard scan, ImageEncoding encoding)
    {
        if (scan.Orientation != 1 && encoding is not (ImageEncoding.Jpeg or ImageEncoding.GrayJpeg))
            throw new SpecimenException("Only a JPEG can be stored turned.");

        switch (encoding)
        {
            case ImageEncoding.Jpeg jpeg:
                return Jpeg(scan, scan.Pixels, new(jpeg.Quality, jpeg.Downsample, SKJpegEncoderAlphaOption.Ignore));

            case ImageEncoding.GrayJpeg jpeg:
                using (var gray = Gray(scan.Pixels)) return Jpeg(scan, gray, new(jpeg.Quality));

            case ImageEncoding.Png:
                return Png(scan, scan.Pixels);

            case ImageEncoding.GrayPng:
                using (var gray = Gray(scan.Pixels)) return Png(scan, gray);

            case ImageEncoding.PalettePng png:
                return PalettePng.Write(scan.Pixels, png.Colours, scan.DotsPerInch);

            default:
                throw new InvalidOperationException();
        }
    }

    private static byte[] Jpeg(ScannedCard scan, SKBitmap pixels, SKJpegEncoderOptions options)
    {
        using var pixmap = pixels.PeekPixels();
        using var data = pixmap.Encode(options) ?? throw NotEncoded(scan);
        return JpegHeader.Complete(data.ToArray(), scan.DotsPerInch, scan.Orientation);
    }

    private static byte[] Png(ScannedCard scan, SKBitmap pixels)
    {
        const int afterHeader = 8 + 25;
        using var pixmap = pixels.PeekPixels();
        using var data = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9)) ?? throw NotEncoded(scan);
        var file = data.AsSpan();
        return [.. file[..afterHeader], .. PngChunk.Resolution(scan.DotsPerInch), .. file[afterHeader..]];
    }

    private static SpecimenException NotEncoded(ScannedCard scan) => new($"The encoder refused a picture of {scan.Width} x {scan.Height}.");

    /// <summary>The picture's luma, by the weights of JPEG.</summary>
    private static SKBitmap Gray(SKBitmap colour)
    {
        var gray = new SKBitmap(new SKImageInfo(colour.Width, colour.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < colour.Height; y++)
        {
            var from = MemoryMarshal.AsBytes(colour.GetPixelSpan(0, y))[..(colour.Width * 4)];
            var to = gray.GetPixelSpan(0, y);
            for (var x = 0; x < colour.Width; x++)
                to[x] = (byte)(((114 * from[4 * x]) + (587 * from[(4 * x) + 1]) + (299 * from[(4 * x) + 2]) + 500) / 1000);
        }
        return gray;
    }
}
