using System;

namespace ClovaOcr.Imaging;

/// <summary>Tells a picture's format from its leading bytes, never from its name.</summary>
public static class ImageFormatSniffer
{
    // Acrobat takes a header anywhere in the first 1024 bytes (PDF 1.7, appendix H, note 13), and so do the readers after it.
    private const int PdfHeaderWithin = 1024;

    // T.81, B.1.1.2: SOI, and the first byte of the marker after it.
    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The format of a file that begins with these bytes; null when it is none that the service reads.</summary>
    /// <param name="leading">The file, or at least its first 1024 bytes.</param>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> leading)
    {
        if (leading.StartsWith(JpegSignature)) return ImageFormat.Jpeg;
        if (leading.StartsWith(PngSignature)) return ImageFormat.Png;
        if (IsTiff(leading)) return ImageFormat.Tiff;

        var head = leading[..Math.Min(leading.Length, PdfHeaderWithin)];
        return head.IndexOf("%PDF-"u8) >= 0 ? ImageFormat.Pdf : null;
    }

    // TIFF 6.0, 2: the byte order, then 42 in it; BigTIFF has 43.
    private static bool IsTiff(ReadOnlySpan<byte> leading) =>
        leading.StartsWith("II*\0"u8) || leading.StartsWith("MM\0*"u8) || leading.StartsWith("II+\0"u8) || leading.StartsWith("MM\0+"u8);
}
