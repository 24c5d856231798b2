using System;
using System.Linq;
using BitMiracle.LibJpeg.Classic;
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
        return image.Coding == PdfJpeg.Name
            ? ScaleJpeg(PdfJpeg.Extract(image), largestSide)
            : Scale(image, PdfSamples.Read(image), largestSide);
    }

    private static GrayPicture ScaleJpeg(byte[] jpeg, int largestSide)
    {
        using var reader = new LibJpegReader(jpeg, isStrict: false);
        var scaler = new GrayScaler(reader.Width, reader.Height, largestSide);
        var row = new byte[reader.Width];
        for (var y = 0; y < reader.Height; y++)
        {
            var samples = reader.ReadRow();
            for (var x = 0; x < row.Length; x++) row[x] = Brightness(reader.ColorSpace, samples.Slice(x * reader.Components, reader.Components));
            scaler.Add(row);
        }

        reader.Finish();
        return scaler.Finish();
    }

    // Inks are stored turned over: a masked scan's are, or it is refused.
    private static byte Brightness(J_COLOR_SPACE space, ReadOnlySpan<byte> pixel) => space switch
    {
        J_COLOR_SPACE.JCS_RGB => Brightness(pixel),
        J_COLOR_SPACE.JCS_CMYK => (byte)(Brightness(pixel[..3]) * pixel[3] / Full),
        J_COLOR_SPACE.JCS_YCCK => (byte)((Full - pixel[0]) * pixel[3] / Full),
        _ => pixel[0],
    };

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
                .Select(i => Brightness(palette.AsSpan(i * color.BaseSamples, color.BaseSamples)))
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

            return Brightness(pixel);
        };
    }

    // Of samples of 16 bits, the upper half.
    private static int Sample(ReadOnlySpan<byte> row, int index, int bits) => bits switch
    {
        16 => row[index * 2],
        8 => row[index],
        _ => Png.PackedSamples.Get(row, index, bits),
    };

    private static byte Brightness(ReadOnlySpan<byte> pixel) => pixel.Length switch
    {
        1 => pixel[0],
        3 => (byte)(((pixel[0] * 77) + (pixel[1] * 150) + (pixel[2] * 29)) >> 8),
        _ => (byte)((Full - pixel[3]) * ((Full * 256) - (pixel[0] * 77) - (pixel[1] * 150) - (pixel[2] * 29)) / (Full * 256)),
    };

    private delegate byte BrightnessAt(ReadOnlySpan<byte> row, int x);
}
