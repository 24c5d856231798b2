using System;
using ClovaOcr.Imaging.Jpeg;
using ClovaOcr.Imaging.Pdf;
using ClovaOcr.Imaging.Png;
using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Imaging;

/// <summary>What a picture's header says, read without decoding a pixel.</summary>
/// <param name="Format">The file's format.</param>
/// <param name="Width">The stored width in pixels.</param>
/// <param name="Height">The stored height in pixels.</param>
/// <param name="Orientation">How the stored pixels are to be shown; upright when nothing valid is said of it. The page of a PDF says it.</param>
/// <param name="Page">Where the page of a PDF shows the picture; null for any other format.</param>
public sealed record ImageHeader(ImageFormat Format, int Width, int Height, Orientation Orientation, PagePlacement? Page = null)
{
    /// <summary>
    /// The most pixels of a picture that this library decodes. A card scanned at 1200 dpi has 10 million; a file of a few bytes can
    /// claim billions, and memory is taken by the claim.
    /// </summary>
    public const int MaximumPixels = 100_000_000;

    // Some rows are always in memory, and something is known of each; a card at 1200 dpi has 4,000 by 2,600 pixels.
    private const int LongestSide = 100_000;

    private const long MemoryOfAny = 64L << 20;
    private const long MemoryOfPixel = 24;

    /// <summary>
    /// Reads a file's header; null for a TIFF that this library does not read and for a PDF that is anything but one page with one
    /// picture, whose size is the service's to tell (<c>convertedImageInfo</c>).
    /// </summary>
    /// <exception cref="ClovaOcrException">Not a picture the service reads, or a JPEG or PNG without a readable header.</exception>
    public static ImageHeader? Read(byte[] file) => ImageFormatSniffer.Sniff(file) switch
    {
        ImageFormat.Jpeg => JpegHeaderReader.Read(file),
        ImageFormat.Png => PngHeaderReader.Read(file),
        ImageFormat.Tiff => TiffHeaderReader.Read(file),
        ImageFormat.Pdf => PdfHeaderReader.Read(file),
        _ => throw Refusal.NotAPicture(),
    };

    /// <summary>
    /// The most bytes of memory that masking a picture and proving the copy has in use at any time: what a decoder of any picture needs,
    /// and some for each pixel.
    /// </summary>
    internal static long MemoryBudget(int width, int height) => MemoryOfAny + ((long)width * height * MemoryOfPixel);

    /// <summary>Refuses a picture that is too large to decode, before memory is taken for it.</summary>
    internal static void EnsureDecodable(int width, int height)
    {
        if ((long)width * height > MaximumPixels) throw Refusal.TooManyPixels(width, height);
        if (Math.Max(width, height) > LongestSide) throw Refusal.SideTooLong(LongestSide);
    }
}
