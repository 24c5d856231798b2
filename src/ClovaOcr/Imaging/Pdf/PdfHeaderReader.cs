namespace ClovaOcr.Imaging.Pdf;

/// <summary>Size of a scan's picture, and where its page shows it.</summary>
internal static class PdfHeaderReader
{
    /// <summary>The header of a PDF that is a scan; null for any other, which the service may read all the same.</summary>
    public static ImageHeader? Read(byte[] file)
    {
        try
        {
            var scan = PdfScan.Read(file);
            return new(ImageFormat.Pdf, scan.Image.Width, scan.Image.Height, scan.Placement.Orientation, scan.Placement.OnPage);
        }
        catch (ClovaOcrException)
        {
            return null;
        }
    }
}
