using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The brightness of a JPEG, for looking at what is in it.</summary>
internal static class JpegGray
{
    /// <summary>Decodes the stored pixels.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="largestSide">The most samples of a side.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static GrayPicture Read(byte[] source, int largestSide)
    {
        var color = JpegFile.Read(source).Color;
        using var reader = new LibJpegReader(source, isStrict: true);
        var scaler = new GrayScaler(reader.Width, reader.Height, largestSide);
        var gray = new byte[reader.Width];
        var isBrightness = color is JpegColor.Gray or JpegColor.YCbCr && reader.PlaceOf(0, 0, reader.Width).End == reader.Width;
        for (var y = 0; y < reader.Height; y++)
        {
            if (isBrightness)
            {
                reader.Advance();
                scaler.Add(reader.SamplesOf(0));
            }
            else
            {
                Convert(reader.ReadRow(), gray, color);
                scaler.Add(gray);
            }
        }

        reader.Finish();
        return scaler.Finish();
    }

    private static void Convert(ReadOnlySpan<byte> row, Span<byte> gray, JpegColor color)
    {
        var step = row.Length / gray.Length;
        for (var (x, i) = (0, 0); x < gray.Length; x++, i += step)
        {
            // Four components are as Adobe writes them: 0 for full ink, and YCCK with brightness turned over (T.872, 6.5.3).
            gray[x] = color switch
            {
                JpegColor.Rgb => Brightness(row[i], row[i + 1], row[i + 2]),
                JpegColor.Cmyk => Inked(Brightness(row[i], row[i + 1], row[i + 2]), row[i + 3]),
                JpegColor.Ycck => Inked((byte)(255 - row[i]), row[i + 3]),
                _ => row[i],
            };
        }
    }

    // T.871, 7, in 1/1024ths.
    private static byte Brightness(byte red, byte green, byte blue) => (byte)(((306 * red) + (601 * green) + (117 * blue)) >> 10);

    private static byte Inked(byte brightness, byte black) => (byte)(brightness * black / 255);
}
