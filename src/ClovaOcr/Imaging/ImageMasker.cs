using System;
using System.Collections.Generic;
using ClovaOcr.Cards;
using ClovaOcr.Imaging.Jpeg;
using ClovaOcr.Imaging.Pdf;
using ClovaOcr.Imaging.Png;
using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Imaging;

/// <summary>
/// Makes masked copies. What is under the mask cannot influence one byte of a copy, and everything outside it is the picture that was
/// given; a copy is read back and checked before it is handed out.
/// </summary>
public static class ImageMasker
{
    /// <summary>Covers areas of a picture with black.</summary>
    /// <param name="source">A JPEG, PNG, TIFF or PDF file; it stays as it is.</param>
    /// <param name="areas">What must be covered, in stored pixels, at least one. Margins of safety are the caller's; rounding to whole
    /// cells is done here.</param>
    /// <exception cref="ClovaOcrException">
    /// The picture is damaged or of a kind that cannot be masked exactly, an area lies outside it, or the copy did not pass its check.
    /// </exception>
    public static MaskedPicture Mask(byte[] source, IReadOnlyList<Polygon> areas)
    {
        if (areas.Count == 0) throw new ArgumentException("There is nothing to cover.", nameof(areas));

        var masked = Cover(source, areas);
        MaskProof.Check(source, areas, masked);
        return masked;
    }

    /// <summary>Makes a copy that nothing has checked yet, and that is not to be handed out before it is.</summary>
    internal static MaskedPicture Cover(byte[] source, IReadOnlyList<Polygon> areas)
    {
        return ImageFormatSniffer.Sniff(source) switch
        {
            ImageFormat.Jpeg => JpegMasker.Mask(source, areas),
            ImageFormat.Png => PngMasker.Mask(source, areas),
            ImageFormat.Tiff => TiffMasker.Mask(source, areas),
            ImageFormat.Pdf => PdfMasker.Mask(source, areas),
            _ => throw Refusal.NotAPicture(),
        };
    }
}
