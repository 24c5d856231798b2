using System;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Review.Pictures;

/// <summary>The colours of a JPEG.</summary>
internal static class JpegColors
{
    /// <param name="source">The whole file.</param>
    /// <param name="isTurnedOver">Whether a PDF shows the picture's lightest as its darkest.</param>
    /// <param name="take">Takes each row.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static void Read(byte[] source, bool isTurnedOver, TakeColors take)
    {
        var color = JpegFile.Read(source).Color;
        using var reader = new LibJpegReader(source, isStrict: true);
        var colors = new byte[reader.Width * ColorRows.PixelBytes];
        for (var y = 0; y < reader.Height; y++)
        {
            Convert(reader.ReadRow(), colors, color, reader.Components, isTurnedOver);
            take(colors);
        }

        reader.Finish();
    }

    private static void Convert(ReadOnlySpan<byte> row, Span<byte> colors, JpegColor color, int components, bool isTurnedOver)
    {
        for (int from = 0, to = 0; to < colors.Length; from += components, to += ColorRows.PixelBytes)
        {
            var stored = row.Slice(from, components);
            var pixel = colors.Slice(to, ColorRows.PixelBytes);
            if (color is JpegColor.Cmyk or JpegColor.Ycck)
            {
                ConvertInks(stored, pixel, color, isTurnedOver);
                continue;
            }

            if (color == JpegColor.Gray) Light.FromGray(stored[0], pixel);
            else if (color == JpegColor.Rgb) stored.CopyTo(pixel);
            else Light.FromYCbCr(stored[0], stored[1], stored[2], pixel);
            if (isTurnedOver) Light.TurnOver(pixel);
        }
    }

    // Inks are as Adobe writes them, 0 for full ink, and YCCK with brightness turned over (T.872, 6.5.3); in a PDF, 0 for none.
    private static void ConvertInks(ReadOnlySpan<byte> stored, Span<byte> pixel, JpegColor color, bool isTurnedOver)
    {
        if (color == JpegColor.Cmyk)
        {
            stored[..3].CopyTo(pixel);
        }
        else
        {
            Light.FromYCbCr(stored[0], stored[1], stored[2], pixel);
            Light.TurnOver(pixel);
        }

        var flip = isTurnedOver ? Light.Full : 0;
        Light.FromInks(pixel[0] ^ flip, pixel[1] ^ flip, pixel[2] ^ flip, stored[3] ^ flip, pixel);
    }
}
