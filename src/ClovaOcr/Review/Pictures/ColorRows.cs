using System;
using ClovaOcr.Imaging;

namespace ClovaOcr.Review.Pictures;

/// <summary>Takes the next row of a picture: red, green and blue of each pixel.</summary>
internal delegate void TakeColors(ReadOnlySpan<byte> row);

/// <summary>
/// The colours of a picture's stored pixels as a screen shows them, row by row, so that the picture need not be in memory.
/// </summary>
internal static class ColorRows
{
    /// <summary>Bytes of a pixel.</summary>
    public const int PixelBytes = 3;

    /// <summary>Decodes a picture file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="format">What it is.</param>
    /// <param name="take">Takes each row, from the first stored one to the last.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static void Read(byte[] file, ImageFormat format, TakeColors take)
    {
        switch (format)
        {
            case ImageFormat.Jpeg:
                JpegColors.Read(file, isTurnedOver: false, take);
                break;
            case ImageFormat.Png:
                PngColorReader.Read(file, take);
                break;
            case ImageFormat.Tiff:
                TiffColors.Read(file, take);
                break;
            default:
                PdfColors.Read(file, take);
                break;
        }
    }
}
