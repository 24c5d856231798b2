using System.Collections.Generic;
using ClovaOcr.Cards;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A page's picture that is a JPEG, which PDF readers look at in their own way (ISO 32000-1, 7.4.8).</summary>
internal static class PdfJpeg
{
    public const string Name = "DCTDecode";

    /// <summary>Masks the picture.</summary>
    public static (PdfCopy Copy, MaskedPicture Masked) Cover(PdfImage image, IReadOnlyList<Polygon> areas)
    {
        var masked = JpegMasker.Mask(Extract(image), areas);
        return (PdfCopy.Of(image) with { Data = masked.Bytes, Filter = Name }, masked);
    }

    /// <summary>The JPEG file that the picture is.</summary>
    /// <exception cref="ClovaOcrException">Its size or colours are not what the PDF says.</exception>
    public static byte[] Extract(PdfImage image)
    {
        var (data, last) = PdfImageData.UpToLast(image);
        var file = data.ToArray();
        var transform = default(int?);
        var reader = new JpegSegmentReader(file);
        do
        {
            reader.Next();
            if (reader.Marker == JpegMarker.App14 && JpegApplicationData.IsAdobe(reader.Parameters)) transform = reader.Parameters[11];
        }
        while (!JpegMarker.IsFrame(reader.Marker) && reader.Marker is not (JpegMarker.StartOfScan or JpegMarker.EndOfImage));

        if (!JpegMarker.IsFrame(reader.Marker) || reader.Parameters.Length < 6) throw Refusal.Damaged("its picture has no frame");
        if (JpegFrame.ReadSize(reader.Parameters) != (image.Width, image.Height)) throw Refusal.Damaged("its picture has another size than it says");
        var components = reader.Parameters[5];
        if (components != image.Color.Samples || image.Color.IsIndexed) throw Refusal.Damaged("its picture has other colours than it says");
        EnsureUsualColors(image, transform ?? (components == 3 ? 1 : 0), last.Parameters["ColorTransform"]);
        return file;
    }

    // The colour transform stands in the JPEG, if at all, or else in the PDF, where not every reader looks for it.
    private static void EnsureUsualColors(PdfImage image, int transform, object? stated)
    {
        if (stated is double number && (number != 0) != (transform != 0))
            throw Refusal.UnmaskablePdf("This PDF and its JPEG say different things about how its colours are coded.");
        if (image.IsBlackOnes) throw Refusal.UnmaskablePdf("This PDF has a JPEG whose colours are turned over, or inks that are not, which is not masked.");
    }
}
