using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A page's picture that is coded as a fax (ISO 32000-1, 7.4.6).</summary>
internal static class PdfFax
{
    public const string Name = "CCITTFaxDecode";

    private const int UsualColumns = 1728;

    /// <summary>Decodes the picture.</summary>
    /// <exception cref="ClovaOcrException">Damaged, or coded in a way that not every reader knows.</exception>
    public static PdfSamples Read(PdfImage image)
    {
        var (data, last) = PdfImageData.UpToLast(image);
        var parameters = last.Parameters;
        if (image.Color.Samples != 1) throw Refusal.Damaged("its picture has other colours than it says");
        var rows = parameters["Rows"] as double? ?? 0;
        if ((parameters["Columns"] as double? ?? UsualColumns) != image.Width || (rows != 0 && rows != image.Height))
            throw Refusal.Damaged("its picture has another size than it says");
        if (parameters["EncodedByteAlign"] is true)
            throw Refusal.UnmaskablePdf("This PDF has a fax whose lines begin with bytes, a kind that is not masked.");

        // A K below zero is Group 4; zero is Group 3 by runs, above it also by steps.
        var k = parameters["K"] as double? ?? 0;
        var kind = k < 0 ? TiffCompression.CcittGroup4 : TiffCompression.CcittGroup3;
        var options = k > 0 ? CcittOptions.TwoDimensional : 0;
        using var reader = new CcittReader(data, kind, options, image.Width);
        var samples = new PdfSamples(image.Width, image.Height, 1, 1);
        var isTurnedOver = parameters["BlackIs1"] is not true;
        for (var y = 0; y < image.Height; y++)
        {
            var row = samples.Row(y);
            reader.Read(row);
            if (!isTurnedOver) continue;
            for (var i = 0; i < row.Length; i++) row[i] = (byte)~row[i];
            samples.ClearPadding(y);
        }

        return samples;
    }
}
