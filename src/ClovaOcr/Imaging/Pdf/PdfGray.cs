using System;
using System.Linq;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>The brightness of the picture of a scan's page, for looking at what is in it.</summary>
internal static class PdfGray
{
    private const int Full = 255;

    /// <summary>Decodes the stored pixels of the page's picture.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="largestSide">The most samples of a side.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static GrayPicture Read(byte[] source, int largestSide)
    {
        var image = PdfScan.Read(source).Image;
        if (image.Coding != PdfJpeg.Name) return Scale(image, PdfSamples.Read(image), largestSide);

        // A JPEG's own black is that of light, or of inks turned over.
        var gray = JpegGray.Read(PdfJpeg.Extract(image).Bytes, largestSide);
        return image.IsBlackOnes ? gray with { Samples = Array.ConvertAll(gray.Samples, sample => (byte)(Full - sample)) } : gray;
    }

    private static GrayPicture Scale(PdfImage image, PdfSamples samples, int largestSide)
    {
        var levels = Levels(image);
        var scaler = new GrayScaler(image.Width, image.Height, largestSide);
        var row = new byte[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < row.Length; x++) row[x] = levels(samples.Row(y), x);
            scaler.Add(row);
        }

        return scaler.Finish();
    }

    // How bright a pixel of a row is.
    private static BrightnessAt Levels(PdfImage image)
    {
        var (count, color) = (image.Color.Samples, image.Color);
        if (color.Palette is { } palette)
        {
            var entries = Enumerable.Range(0, palette.Length / color.BaseSamples)
                .Select(i => BrightnessOf(palette.AsSpan(i * color.BaseSamples, color.BaseSamples)))
                .ToArray();
            return (row, x) => entries.ElementAtOrDefault(Sample(row, x, image.Bits));
        }

        var top = (1 << Math.Min(image.Bits, 8)) - 1;
        return (row, x) =>
        {
            Span<byte> pixel = stackalloc byte[count];
            for (var i = 0; i < count; i++)
            {
                var level = Sample(row, (x * count) + i, image.Bits) * Full / top;
                pixel[i] = (byte)(image.IsInverted ? Full - level : level);
            }

            return BrightnessOf(pixel);
        };
    }

    // Of samples of 16 bits, the upper half.
    private static int Sample(ReadOnlySpan<byte> row, int index, int bits) => bits switch
    {
        16 => row[index * 2],
        8 => row[index],
        _ => PackedSamples.Get(row, index, bits),
    };

    private static byte BrightnessOf(ReadOnlySpan<byte> pixel) => pixel.Length switch
    {
        1 => pixel[0],
        3 => Brightness.Of(pixel[0], pixel[1], pixel[2]),
        _ => (byte)((Full - pixel[3]) * ((Full * 256) - (pixel[0] * 77) - (pixel[1] * 150) - (pixel[2] * 29)) / (Full * 256)),
    };

    private delegate byte BrightnessAt(ReadOnlySpan<byte> row, int x);
}
