using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Covers a picture of palette indices. The palette, its order and the number of bits of an index can tell of colours that are covered
/// now, so all three are made anew: the colours in use, in the order in which they come, and the fewest bits that hold them.
/// </summary>
internal sealed class PdfPaletteCover
{
    private const int MaximumColors = 256;

    private static readonly int[] Depths = [1, 2, 4, 8];

    private readonly PdfImage _image;
    private readonly PdfSamples _samples;
    private readonly CoverGrid _cover;

    // An entry's bytes as one number.
    private readonly uint[] _source;
    private readonly List<uint> _colors = [];

    private PdfPaletteCover(PdfImage image, PdfSamples samples, CoverGrid cover)
    {
        (_image, _samples, _cover) = (image, samples, cover);
        var (palette, length) = (image.Color.Palette!, image.Color.BaseSamples);
        _source = new uint[palette.Length / length];
        for (var i = 0; i < palette.Length; i++) _source[i / length] = (_source[i / length] << 8) | palette[i];
    }

    public static PdfCopy Cover(PdfImage image, PdfSamples samples, CoverGrid cover)
    {
        var palette = new PdfPaletteCover(image, samples, cover);
        var fill = palette.CollectColors();
        var covered = palette.Reindex(fill);
        return PdfCopy.Of(image) with
        {
            Bits = covered.Bits,
            Palette = palette.Entries(),
            Data = covered.Deflate(isFiltered: false),
            Filter = PdfFilters.Flate,
        };
    }

    /// <summary>Collects the colours of the masked picture in the order in which they first occur.</summary>
    /// <returns>The colour of covered pixels: black, or with all 256 places taken by what is seen, the darkest of those.</returns>
    private uint CollectColors()
    {
        var black = _image.Color.BaseSamples == 4 ? uint.MaxValue : 0;
        var seen = new HashSet<uint>();
        var isIndexSeen = new bool[MaximumColors];
        for (var y = 0; y < _samples.Height; y++)
        {
            var row = _samples.Row(y);
            foreach (var run in Runs(y))
            {
                if (run.IsCovered)
                {
                    if (seen.Add(black)) _colors.Add(black);
                    continue;
                }

                for (var x = run.First; x < run.End; x++)
                {
                    var index = PackedSamples.Get(row, x, _samples.Bits);
                    if (isIndexSeen[index]) continue;
                    isIndexSeen[index] = true;
                    if (index >= _source.Length) throw Refusal.Damaged("a pixel has a colour that its palette lacks");
                    if (seen.Add(_source[index])) _colors.Add(_source[index]);
                }
            }
        }

        if (_colors.Count <= MaximumColors) return black;
        _colors.Remove(black);
        return _colors.OrderBy(Lightness).First();
    }

    private PdfSamples Reindex(uint fill)
    {
        var covered = new PdfSamples(_samples.Width, _samples.Height, 1, Depths.First(bits => _colors.Count <= 1 << bits));
        var fillIndex = _colors.IndexOf(fill);
        var newIndices = Array.ConvertAll(_source, color => Math.Max(_colors.IndexOf(color), 0));
        for (var y = 0; y < _samples.Height; y++)
        {
            var from = _samples.Row(y);
            var to = covered.Row(y);
            foreach (var run in Runs(y))
            {
                for (var x = run.First; x < run.End; x++)
                {
                    var index = run.IsCovered ? fillIndex : newIndices[PackedSamples.Get(from, x, _samples.Bits)];
                    PackedSamples.Set(to, x, covered.Bits, index);
                }
            }
        }

        return covered;
    }

    // The row's pixels in runs that are covered or not, from left to right.
    private IEnumerable<(int First, int End, bool IsCovered)> Runs(int y)
    {
        var first = 0;
        foreach (var span in _cover.PixelsOf(y))
        {
            if (first < span.First) yield return (first, span.First, false);
            yield return (span.First, span.End, true);
            first = span.End;
        }

        if (first < _samples.Width) yield return (first, _samples.Width, false);
    }

    private int Lightness(uint color)
    {
        var sum = (int)((color >> 24) + ((color >> 16) & 255) + ((color >> 8) & 255) + (color & 255));
        return _image.Color.IsInk ? -sum : sum;
    }

    private byte[] Entries()
    {
        var shifts = Enumerable.Range(0, _image.Color.BaseSamples).Select(i => i * 8).Reverse().ToArray();
        return [.. _colors.SelectMany(color => shifts.Select(shift => (byte)(color >> shift)))];
    }
}
