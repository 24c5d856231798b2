using System;
using System.Threading;

namespace ClovaOcr.Imaging.Png;

/// <summary>Stores a PNG's pixels upright, in the same colours and bits.</summary>
internal static class PngTurner
{
    public static byte[] Turn(byte[] source, Orientation orientation, CancellationToken cancellation)
    {
        var pixels = PngPixels.Decode(source, cancellation);
        var stated = pixels.Outline;
        var upright = new byte[pixels.Samples.Length];
        orientation.CopyUpright(pixels.Samples, upright, stated.Width, stated.Height, stated.PixelBytes);

        var (width, height) = orientation.UprightSize(stated.Width, stated.Height);
        var header = new PngHeader(width, height, stated.BitDepth, (PngColor)stated.ColorType, IsInterlaced: false);
        using var writer = new PngScanlineWriter(header);
        var row = new byte[header.RowBytes(width)];
        foreach (var line in PngScanline.Of(header))
        {
            cancellation.ThrowIfCancellationRequested();
            var samples = upright.AsSpan(line.Y * width * stated.PixelBytes, width * stated.PixelBytes);
            if (stated.BitDepth >= 8) samples.CopyTo(row);
            else for (var x = 0; x < width; x++) PackedSamples.Set(row, x, stated.BitDepth, samples[x]);
            writer.Write(line, row);
        }

        return PngWriter.Write(header, stated.Palette, stated.Transparency, metadata: null, writer.Finish());
    }
}
