using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BitMiracle.LibJpeg.Classic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Compares a masked JPEG with its source, sample by sample, both as LibJpeg.NET decodes them.</summary>
internal static class JpegComparison
{
    private static readonly Dictionary<J_COLOR_SPACE, byte[]> BlackSamples = new()
    {
        [J_COLOR_SPACE.JCS_GRAYSCALE] = [0],
        [J_COLOR_SPACE.JCS_YCbCr] = [0, 128, 128],
        [J_COLOR_SPACE.JCS_RGB] = [0, 0, 0],
        [J_COLOR_SPACE.JCS_CMYK] = [0, 0, 0, 0],
        [J_COLOR_SPACE.JCS_YCCK] = [255, 128, 128, 0],
    };

    // Pixels from which on two threads take less time than it takes to start one.
    private const int WorthTwoThreads = 250_000;

    /// <param name="source">The whole source.</param>
    /// <param name="masked">The copy.</param>
    /// <param name="covered">What is covered of it.</param>
    /// <param name="isTurnedOver">Whether white is shown as black: in a PDF that says so.</param>
    public static void Check(byte[] source, MaskedPicture masked, CoveredRows covered, bool isTurnedOver = false)
    {
        LibJpegReader before = null!, after = null!;
        Both(masked, () => before = new(source, isStrict: true), () => after = new(masked.Bytes, isStrict: true));
        using (before)
        using (after)
            Compare(before, after, masked, covered, isTurnedOver);
    }

    // Source and copy are decoded by readers that share nothing.
    private static void Both(MaskedPicture masked, Action first, Action second)
    {
        if ((long)masked.Width * masked.Height < WorthTwoThreads)
        {
            first();
            second();
            return;
        }

        var other = Task.Run(second);
        try
        {
            first();
        }
        finally
        {
            other.GetAwaiter().GetResult();
        }
    }

    private static void Compare(LibJpegReader before, LibJpegReader after, MaskedPicture masked, CoveredRows covered, bool isTurnedOver)
    {
        if ((after.Width, after.Height) != (masked.Width, masked.Height) || (before.Width, before.Height) != (after.Width, after.Height))
            throw Refusal.NotProved("it has another size than its source");
        if (before.ColorSpace != after.ColorSpace || !before.Sampling.SequenceEqual(after.Sampling) || !BlackSamples.TryGetValue(after.ColorSpace, out var black))
            throw Refusal.NotProved("its colours are coded in another way than its source's");
        if (isTurnedOver) black = Array.ConvertAll(black, sample => sample == 128 ? sample : (byte)(255 - sample));

        for (var y = 0; y < after.Height; y++)
        {
            if (before.IsDue || after.IsDue) Both(masked, before.Prepare, after.Prepare);
            before.Advance();
            after.Advance();
            for (var component = 0; component < black.Length; component++) CompareRow(before, after, component, y, covered, black[component]);
        }

        before.Finish();
        after.Finish();
    }

    private static void CompareRow(LibJpegReader before, LibJpegReader after, int component, int y, CoveredRows covered, byte black)
    {
        var samplesBefore = before.SamplesOf(component);
        var samplesAfter = after.SamplesOf(component);
        foreach (var (firstColumn, endColumn) in covered.Outside(y, after.Width))
        {
            var (first, end) = after.PlaceOf(component, firstColumn, endColumn);
            if (!samplesBefore[first..end].SequenceEqual(samplesAfter[first..end]))
                throw Refusal.NotProved("a pixel outside the mask is not the source's");
        }

        foreach (var (firstColumn, endColumn) in covered.Of(y))
        {
            var (first, end) = after.PlaceOf(component, firstColumn, endColumn);
            foreach (var sample in samplesAfter[first..end])
                if (sample != black) throw Refusal.NotProved("a covered pixel is not black");
        }
    }
}
