namespace ClovaOcr.Imaging.Pdf;

/// <summary>Covers a picture of gray or colour samples with what its page shows as black.</summary>
internal static class PdfSampleCover
{
    public static PdfCopy Cover(PdfImage image, PdfSamples samples, CoverGrid cover)
    {
        var black = image.IsBlackOnes ? byte.MaxValue : (byte)0;
        for (var y = 0; y < samples.Height; y++)
        {
            // A cell's side is eight pixels, so that a span begins and ends with a byte, or with the row.
            foreach (var span in cover.PixelsOf(y))
            {
                var (first, end) = ((long)span.First * samples.PixelBits / 8, (((long)span.End * samples.PixelBits) + 7) / 8);
                samples.Row(y)[(int)first..(int)end].Fill(black);
            }

            samples.ClearPadding(y);
        }

        var isFiltered = image.Bits >= 8;
        return PdfCopy.Of(image) with
        {
            Data = samples.Deflate(isFiltered),
            Filter = PdfFilters.Flate,
            Parameters = isFiltered
                ? PdfText.Of($"<< /Predictor 15 /Colors {image.Color.Samples} /BitsPerComponent {image.Bits} /Columns {image.Width} >>")
                : null,
        };
    }
}
