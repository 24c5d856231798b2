using System;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Pdf;

namespace ClovaOcr.Review.Pictures;

/// <summary>The colours of the picture of a scan's page.</summary>
internal static class PdfColors
{
    /// <param name="source">The whole file.</param>
    /// <param name="take">Takes each row.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static void Read(byte[] source, TakeColors take)
    {
        var image = PdfScan.Read(source).Image;
        if (image.Coding == PdfJpeg.Name)
        {
            JpegColors.Read(PdfJpeg.Extract(image).Bytes, image.IsBlackOnes, take);
            return;
        }

        var samples = PdfSamples.Read(image);
        var row = new byte[image.Width * ColorRows.PixelBytes];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
                Convert(image, samples.Row(y), x, row.AsSpan(x * ColorRows.PixelBytes, ColorRows.PixelBytes));
            take(row);
        }
    }

    private static void Convert(PdfImage image, ReadOnlySpan<byte> row, int x, Span<byte> pixel)
    {
        Span<byte> levels = stackalloc byte[4];
        var (count, color) = (image.Color.BaseSamples, image.Color);
        if (color.Palette is { } palette)
        {
            var first = Sample(row, x, image.Bits) * count;
            if (first + count <= palette.Length) palette.AsSpan(first, count).CopyTo(levels);
        }
        else
        {
            var top = (1 << Math.Min(image.Bits, 8)) - 1;
            for (var i = 0; i < count; i++)
            {
                var level = Sample(row, (x * count) + i, image.Bits) * Light.Full / top;
                levels[i] = (byte)(image.IsInverted ? Light.Full - level : level);
            }
        }

        if (count == 1) Light.FromGray(levels[0], pixel);
        else if (count == 3) levels[..3].CopyTo(pixel);
        else Light.FromInks(Light.Full - levels[0], Light.Full - levels[1], Light.Full - levels[2], Light.Full - levels[3], pixel);
    }

    // Of samples of 16 bits, the upper half.
    private static int Sample(ReadOnlySpan<byte> row, int index, int bits) => bits switch
    {
        16 => row[index * 2],
        8 => row[index],
        _ => PackedSamples.Get(row, index, bits),
    };
}
