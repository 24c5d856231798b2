using System;
using ClovaOcr.Imaging.Jpeg;
using ClovaOcr.Imaging.Pdf;
using ClovaOcr.Imaging.Png;
using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Imaging;

/// <summary>The brightness of a picture's stored pixels, scaled down by a whole number, for looking at what is in it.</summary>
/// <param name="Width">Samples across.</param>
/// <param name="Height">Samples down.</param>
/// <param name="Scale">Stored pixels of a sample's sides; a sample is the mean of that square, of which the last may reach past the edge.</param>
/// <param name="Samples">Row by row, 0 for black to 255 for white.</param>
internal sealed record GrayPicture(int Width, int Height, int Scale, byte[] Samples)
{
    /// <summary>Decodes a picture file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="largestSide">The most samples of a side; a larger picture is scaled down.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked either.</exception>
    public static GrayPicture Read(byte[] file, int largestSide) => ImageFormatSniffer.Sniff(file) switch
    {
        ImageFormat.Jpeg => JpegGray.Read(file, largestSide),
        ImageFormat.Png => PngGray.Read(file, largestSide),
        ImageFormat.Tiff => TiffGray.Read(file, largestSide),
        ImageFormat.Pdf => PdfGray.Read(file, largestSide),
        _ => throw Refusal.NotAPicture(),
    };

    /// <summary>The least scale that makes no side longer than so many samples.</summary>
    public static int ScaleFor(int width, int height, int largestSide) => (Math.Max(width, height) + largestSide - 1) / largestSide;

    public ReadOnlySpan<byte> Row(int y) => Samples.AsSpan(y * Width, Width);
}
