using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Covers a picture of palette indices, with a new palette in the fewest bits that hold it. A colour is its bytes as one number.</summary>
internal static class PdfPaletteCover
{
    private static readonly int[] Depths = [1, 2, 4, 8];

    public static PdfCopy Cover(PdfImage image, PdfSamples samples, CoverGrid cover)
    {
        var palette = new MaskedPalette<uint>(SourceColors(image), image.Color.BaseSamples == 4 ? uint.MaxValue : 0);
        for (var y = 0; y < samples.Height; y++) palette.Take(samples.Row(y), samples.Bits, Runs(y));
        palette.Finish(Comparer<uint>.Create((a, b) => Lightness(image.Color, a).CompareTo(Lightness(image.Color, b))));

        var covered = new PdfSamples(samples.Width, samples.Height, 1, Depths.First(bits => palette.Colors.Count <= 1 << bits));
        for (var y = 0; y < samples.Height; y++) palette.Write(samples.Row(y), samples.Bits, covered.Row(y), covered.Bits, Runs(y));
        return PdfCopy.Of(image) with
        {
            Bits = covered.Bits,
            Palette = Entries(palette.Colors, image.Color.BaseSamples),
            Data = covered.Deflate(isFiltered: false),
            Filter = PdfFilters.Flate,
        };

        IEnumerable<PixelRun> Runs(int y) => PixelRun.Of(cover.PixelsOf(y), 0, samples.Width);
    }

    private static uint[] SourceColors(PdfImage image)
    {
        var (palette, length) = (image.Color.Palette!, image.Color.BaseSamples);
        var colors = new uint[palette.Length / length];
        for (var i = 0; i < palette.Length; i++) colors[i / length] = (colors[i / length] << 8) | palette[i];
        return colors;
    }

    private static int Lightness(PdfColor kind, uint color)
    {
        var sum = (int)((color >> 24) + ((color >> 16) & 255) + ((color >> 8) & 255) + (color & 255));
        return kind.IsInk ? -sum : sum;
    }

    private static byte[] Entries(IEnumerable<uint> colors, int length)
    {
        var shifts = Enumerable.Range(0, length).Select(i => i * 8).Reverse().ToArray();
        return [.. colors.SelectMany(color => shifts.Select(shift => (byte)(color >> shift)))];
    }
}
