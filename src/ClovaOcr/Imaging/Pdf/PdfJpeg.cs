using System.Collections.Generic;
using ClovaOcr.Cards;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A page's picture that is a JPEG, whose colours the page may show in its own way (ISO 32000-1, 7.4.8).</summary>
internal static class PdfJpeg
{
    public const string Name = "DCTDecode";

    // Black where the smallest sample is white: the other end of each sample but those of colour alone.
    private static readonly Dictionary<JpegColor, byte[]> BlackOnes = new()
    {
        [JpegColor.Gray] = [255],
        [JpegColor.YCbCr] = [255, 128, 128],
        [JpegColor.Rgb] = [255, 255, 255],
        [JpegColor.Cmyk] = [255, 255, 255, 255],
        [JpegColor.Ycck] = [0, 128, 128, 255],
    };

    /// <summary>Masks the picture.</summary>
    public static (PdfCopy Copy, MaskedPicture Masked) Cover(PdfImage image, IReadOnlyList<Polygon> areas)
    {
        var jpeg = Extract(image);
        var masked = JpegMasker.Mask(jpeg.Bytes, areas, image.IsBlackOnes ? BlackOnes[jpeg.Color] : null);
        return (PdfCopy.Of(image) with { Data = masked.Bytes, Filter = Name }, masked);
    }

    /// <summary>The JPEG that the picture is.</summary>
    /// <exception cref="ClovaOcrException">Its size or colours are not what the PDF says.</exception>
    public static JpegFile Extract(PdfImage image)
    {
        var (data, last) = PdfImageData.UpToLast(image);
        var jpeg = JpegFile.Read(data.ToArray());
        if ((jpeg.Frame.Width, jpeg.Frame.Height) != (image.Width, image.Height))
            throw Refusal.Damaged("its picture has another size than it says");
        if (jpeg.Frame.Components.Count != image.Color.Samples || image.Color.IsIndexed)
            throw Refusal.Damaged("its picture has other colours than it says");

        // The colour transform stands in the JPEG, if at all, or else in the PDF, where not every reader looks for it.
        if (last.Parameters["ColorTransform"] is double stated && (stated != 0) != (jpeg.Color is JpegColor.YCbCr or JpegColor.Ycck))
            throw Refusal.UnmaskablePdf("This PDF and its JPEG say different things about how its colours are coded.");
        return jpeg;
    }
}
