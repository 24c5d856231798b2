using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Covers a picture of palette indices. The source's palette, its order and even the number of bits of an index can tell of colours that
/// are covered now, so all three are made anew: the colours in use, in the order in which they are stored, and 4 or 8 bits (TIFF 6.0, 5).
/// </summary>
internal sealed class TiffPaletteCover
{
    private const int MaximumColors = 256;
    private const int FewColors = 16;

    private static readonly TiffPaletteColor Black = new(0, 0, 0);

    private readonly TiffFile _file;
    private readonly byte[] _source;
    private readonly CoverGrid _cover;
    private readonly List<TiffPaletteColor> _colors = [];

    private TiffPaletteCover(TiffFile file, byte[] source, CoverGrid cover) => (_file, _source, _cover) = (file, source, cover);

    public static byte[] Write(TiffFile file, byte[] source, CoverGrid cover)
    {
        var palette = new TiffPaletteCover(file, source, cover);
        var fill = palette.CollectColors();
        return palette.Reindex(fill);
    }

    /// <summary>Collects the colours of the masked picture in the order in which they first occur.</summary>
    /// <returns>The colour of covered pixels: black, or with all 256 places taken by what is seen, the darkest of those.</returns>
    private TiffPaletteColor CollectColors()
    {
        var seen = new HashSet<TiffPaletteColor>();
        var isIndexSeen = new bool[MaximumColors];
        foreach (var segment in _file.Layout.Segments())
        {
            ReadIndices(segment, (row, indices) =>
            {
                foreach (var (first, end, isCovered) in RunsOf(segment, row))
                {
                    if (isCovered && seen.Add(Black)) _colors.Add(Black);
                    for (var x = first; x < end && !isCovered; x++)
                    {
                        var index = indices[x - segment.Left];
                        if (isIndexSeen[index]) continue;
                        isIndexSeen[index] = true;
                        if (seen.Add(_file.Palette[index])) _colors.Add(_file.Palette[index]);
                    }
                }
            });
        }

        if (_colors.Count <= MaximumColors) return Black;
        _colors.Remove(Black);
        return _colors.OrderBy(color => color.Red + color.Green + color.Blue).First();
    }

    private byte[] Reindex(TiffPaletteColor fill)
    {
        var layout = _file.Layout with { Bits = _colors.Count <= FewColors ? 4 : 8 };
        layout = layout with { IsPredicted = layout is { IsPredicted: true, Bits: 8 } };
        var fillIndex = _colors.IndexOf(fill);
        var newIndices = Array.ConvertAll(_file.Palette, color => Math.Max(_colors.IndexOf(color), 0));
        var file = new TiffWriter();
        foreach (var segment in layout.Segments())
        {
            var writer = new TiffSegmentWriter(layout, file.BeginSegment(), segment);
            var line = new byte[layout.LineBytes(segment.Width)];
            ReadIndices(segment, (row, indices) =>
            {
                Array.Clear(line, 0, line.Length);
                foreach (var (first, end, isCovered) in RunsOf(segment, row))
                    for (var column = first - segment.Left; column < end - segment.Left; column++)
                        PackedSamples.Set(line, column, layout.Bits, isCovered ? fillIndex : newIndices[indices[column]]);
                writer.Write(line);
            });
            writer.Finish();
        }

        return file.Finish(layout, TiffPalette.Write(_colors, layout.Bits), _file.Metadata);
    }

    private void ReadIndices(TiffSegment segment, Action<int, int[]> take)
    {
        using var reader = new TiffSegmentReader(_file, _source, segment);
        var line = new byte[_file.Layout.LineBytes(segment.Width)];
        var indices = new int[segment.Width];
        for (var row = segment.Top; row < segment.Top + segment.Height; row++)
        {
            reader.Read(line);
            for (var x = 0; x < indices.Length; x++) indices[x] = PackedSamples.Get(line, x, _file.Layout.Bits);
            take(row, indices);
        }
    }

    // The columns of the picture in a row of a strip or tile, in runs that are covered or not.
    private IEnumerable<(int First, int End, bool IsCovered)> RunsOf(TiffSegment segment, int row)
    {
        if (row >= _file.Layout.Height) yield break;
        var (place, right) = (segment.Left, Math.Min(segment.Left + segment.Width, _file.Layout.Width));
        foreach (var span in _cover.PixelsOf(row))
        {
            var (first, end) = (Math.Max(span.First, place), Math.Min(span.End, right));
            if (first >= end) continue;
            if (place < first) yield return (place, first, false);
            yield return (first, end, true);
            place = end;
        }

        if (place < right) yield return (place, right, false);
    }
}
