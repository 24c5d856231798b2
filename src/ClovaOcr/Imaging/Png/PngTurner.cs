using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Stores a PNG's pixels upright, in the same colours and bits.</summary>
internal static class PngTurner
{
    public static byte[] Turn(byte[] source, Orientation orientation)
    {
        var pixels = PngPixels.Decode(source);
        var upright = new byte[pixels.Samples.Length];
        orientation.CopyUpright(pixels.Samples, upright, pixels.Width, pixels.Height, pixels.PixelBytes);

        var (width, height) = orientation.UprightSize(pixels.Width, pixels.Height);
        var scanlines = new PngScanlines(new(width, height, pixels.BitDepth, (PngColor)pixels.ColorType, IsInterlaced: false));
        var rowSamples = width * pixels.PixelBytes;
        for (var y = 0; y < height; y++)
        {
            var samples = upright.AsSpan(y * rowSamples, rowSamples);
            var row = scanlines.Row(0, y);
            if (pixels.BitDepth >= 8) samples.CopyTo(row);
            else for (var x = 0; x < width; x++) PackedSamples.Set(row, x, pixels.BitDepth, samples[x]);
        }

        return PngWriter.Write(scanlines, pixels.Palette, pixels.Transparency, metadata: null);
    }
}
