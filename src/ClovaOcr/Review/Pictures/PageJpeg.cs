using System;
using System.IO;
using BitMiracle.LibJpeg.Classic;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Review.Pictures;

/// <summary>Writes pixels as a JPEG for the page: as small as small print allows, and with nothing in it but the pixels.</summary>
internal static class PageJpeg
{
    private const int Quality = 60;

    /// <param name="pixels">Red, green and blue of each pixel, row by row.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static byte[] Write(byte[] pixels, int width, int height)
    {
        using var file = new MemoryStream();
        var encoder = new jpeg_compress_struct(new LibJpegMessages())
        {
            Image_width = width,
            Image_height = height,
            Input_components = ColorRows.PixelBytes,
            In_color_space = J_COLOR_SPACE.JCS_RGB,
        };
        encoder.jpeg_set_defaults();
        encoder.jpeg_set_quality(Quality, force_baseline: true);
        encoder.Optimize_coding = true;
        encoder.jpeg_stdio_dest(file);
        encoder.jpeg_start_compress(write_all_tables: true);
        var row = new[] { new byte[width * ColorRows.PixelBytes] };
        for (var y = 0; y < height; y++)
        {
            pixels.AsSpan(y * row[0].Length, row[0].Length).CopyTo(row[0]);
            encoder.jpeg_write_scanlines(row, 1);
        }

        encoder.jpeg_finish_compress();
        return file.ToArray();
    }
}
