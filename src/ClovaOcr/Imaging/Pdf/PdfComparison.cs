using System;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Compares a masked PDF with its source, sample by sample, and where its page shows the picture, both as PdfPig reads them: it undoes the
/// filters and follows the page's matrices by itself. Of the source it is given an excerpt, which has an end wherever it looks.
/// </summary>
internal static class PdfComparison
{
    // Of the page's larger side: what rounding makes, and the thousandth that a picture may lean.
    private const double PlaceTolerance = 0.002;

    // Points: what rounding to hundredths makes.
    private const double Rounding = 0.02;

    public static void Check(byte[] source, MaskedPicture masked, CoveredRows covered)
    {
        var after = PdfPigScan.Read(masked.Bytes, masked.Width, masked.Height);
        var before = PdfPigScan.Read(PdfExcerpt.Write(PdfScan.Read(source)), masked.Width, masked.Height);
        if ((after.Width, after.Height) != (masked.Width, masked.Height) || (before.Width, before.Height) != (after.Width, after.Height))
            throw Refusal.NotProved("it has another size than its source");
        if (before.Samples != after.Samples || before.EntrySamples != after.EntrySamples || before.IsInverted != after.IsInverted
            || (before.Palette is null) != (after.Palette is null) || (before.Bits != after.Bits && after.Palette is null)
            || (before.Jpeg is null) != (after.Jpeg is null))
            throw Refusal.NotProved("its colours are coded in another way than its source's");
        CheckPlace(before, after);

        if (after.Jpeg is { } jpeg)
        {
            // A JPEG's own black is that of light, or of inks turned over.
            JpegComparison.Check(before.Jpeg!, masked with { Bytes = jpeg }, covered, after.IsBlackOnes);
        }
        else if (after.Palette is null)
        {
            CheckSamples(before, after, covered);
        }
        else
        {
            CheckColors(before, after, covered);
        }
    }

    private static void CheckPlace(PdfPigScan before, PdfPigScan after)
    {
        var tolerance = (Math.Max(before.Place[0], before.Place[1]) * PlaceTolerance) + Rounding;
        for (var i = 0; i < before.Place.Count; i++)
        {
            if (!(Math.Abs(before.Place[i] - after.Place[i]) <= tolerance))
                throw Refusal.NotProved("its page shows the picture in another place than its source's");
        }
    }

    private static void CheckSamples(PdfPigScan before, PdfPigScan after, CoveredRows covered)
    {
        var pixelBits = after.Bits * after.Samples;
        for (var y = 0; y < after.Height; y++)
        {
            var (rowBefore, rowAfter) = (before.Row(y), after.Row(y));
            foreach (var (first, end) in covered.Outside(y, after.Width))
            {
                if (!AreEqual(rowBefore.Span, rowAfter.Span, first * (long)pixelBits, end * (long)pixelBits))
                    throw Refusal.NotProved("a pixel outside the mask is not the source's");
            }

            foreach (var (first, end) in covered.Of(y))
                for (var bit = first * (long)pixelBits; bit < end * (long)pixelBits; bit++)
                    if (Bit(rowAfter.Span, bit) != after.IsBlackOnes) throw Refusal.NotProved("a covered pixel is not black");
        }
    }

    private static void CheckColors(PdfPigScan before, PdfPigScan after, CoveredRows covered)
    {
        var fill = default(uint?);
        for (var y = 0; y < after.Height; y++)
        {
            foreach (var (first, end) in covered.Outside(y, after.Width))
            {
                for (var x = first; x < end; x++)
                    if (before.ColorAt(x, y) != after.ColorAt(x, y))
                        throw Refusal.NotProved("a pixel outside the mask is not the source's");
            }

            foreach (var (first, end) in covered.Of(y))
            {
                for (var x = first; x < end; x++)
                    if (after.ColorAt(x, y) is var color && color != (fill ??= color))
                        throw Refusal.NotProved("two covered pixels have different colours");
            }
        }

        // With 256 colours in use there is no room for black, and the darkest of them has to do.
        var isFull = after.Palette!.Count == 256 * after.EntrySamples;
        var black = after.EntrySamples == 4 ? uint.MaxValue : 0;
        if (fill is { } found && found != black && !isFull) throw Refusal.NotProved("a covered pixel is not black");
    }

    private static bool AreEqual(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, long first, long end)
    {
        while (first < end && (first & 7) != 0)
            if (Bit(before, first) != Bit(after, first++)) return false;
        while (first < end && (end & 7) != 0)
            if (Bit(before, --end) != Bit(after, end)) return false;
        var (start, length) = ((int)(first >> 3), (int)((end - first) >> 3));
        return before.Slice(start, length).SequenceEqual(after.Slice(start, length));
    }

    private static bool Bit(ReadOnlySpan<byte> row, long bit) => (row[(int)(bit >> 3)] & (0x80 >> (int)(bit & 7))) != 0;
}
