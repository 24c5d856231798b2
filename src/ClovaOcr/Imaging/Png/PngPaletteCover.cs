using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// Covers a picture of palette indices. The source's palette, its order and even the number of bits of an index can tell of colours that
/// are covered now, so all three are made anew: the colours in use, in the order in which they come, and the fewest bits that hold them.
/// </summary>
internal sealed class PngPaletteCover
{
    private const int MaximumColors = 256;

    private static readonly int[] Depths = [1, 2, 4, 8];
    private static readonly PngPaletteColor Black = new(0, 0, 0, 255);

    private readonly PngPaletteColor[] _source;
    private readonly PngFile _file;
    private readonly CoverGrid _cover;
    private readonly List<PngPaletteColor> _colors = [];

    private PngPaletteCover(PngFile file, CoverGrid cover)
    {
        (_file, _cover) = (file, cover);
        _source = new PngPaletteColor[file.Palette.Length / 3];
        for (var i = 0; i < _source.Length; i++)
        {
            var alpha = file.Transparency is { } stated && i < stated.Length ? stated[i] : byte.MaxValue;
            _source[i] = new(file.Palette[i * 3], file.Palette[(i * 3) + 1], file.Palette[(i * 3) + 2], alpha);
        }
    }

    public static byte[] Write(PngFile file, CoverGrid cover)
    {
        var palette = new PngPaletteCover(file, cover);
        var fill = palette.CollectColors();
        var header = file.Header with { BitDepth = Depths.First(bits => palette._colors.Count <= 1 << bits) };
        var indices = palette.Reindex(fill, header);
        if (palette._colors.Exists(color => color is { Alpha: 0, Red: > 0 } or { Alpha: 0, Green: > 0 } or { Alpha: 0, Blue: > 0 }))
            file.Metadata.Kept.Add(PngMetadata.ColorsNotSeen);
        return PngWriter.Write(header, palette.Entries(), palette.Alphas(), file.Metadata, indices);
    }

    /// <summary>Collects the colours of the masked picture in the order in which they first occur.</summary>
    /// <returns>The colour of covered pixels: black, or with all 256 places taken by what is seen, the darkest of those.</returns>
    private PngPaletteColor CollectColors()
    {
        var seen = new HashSet<PngPaletteColor>();
        var isIndexSeen = new bool[MaximumColors];
        using var reader = new PngScanlineReader(_file.Header, _file.Data);
        foreach (var row in CoveredScanline.Of(_file.Header, _cover))
        {
            var indices = reader.Read(row.Line);
            foreach (var run in row.Runs())
            {
                if (run.IsCovered)
                {
                    if (seen.Add(Black)) _colors.Add(Black);
                    continue;
                }

                for (var column = run.First; column < run.End; column++)
                {
                    var index = PackedSamples.Get(indices, column, _file.Header.BitDepth);
                    if (isIndexSeen[index]) continue;
                    isIndexSeen[index] = true;
                    if (index >= _source.Length) throw Refusal.Damaged("a pixel has a colour that its palette lacks");
                    if (seen.Add(_source[index])) _colors.Add(_source[index]);
                }
            }
        }

        if (_colors.Count <= MaximumColors) return Black;
        _colors.Remove(Black);
        return _colors.OrderByDescending(color => color.Alpha).ThenBy(color => color.Red + color.Green + color.Blue).First();
    }

    private SegmentedBytes Reindex(PngPaletteColor fill, PngHeader header)
    {
        var fillIndex = _colors.IndexOf(fill);
        var newIndices = Array.ConvertAll(_source, color => Math.Max(_colors.IndexOf(color), 0));
        using var reader = new PngScanlineReader(_file.Header, _file.Data);
        using var writer = new PngScanlineWriter(header);
        var room = new byte[header.RowBytes(header.Width)];
        foreach (var row in CoveredScanline.Of(header, _cover))
        {
            var from = reader.Read(row.Line);
            var to = room.AsSpan(0, header.RowBytes(row.Line.Width));
            foreach (var run in row.Runs())
            {
                for (var column = run.First; column < run.End; column++)
                {
                    var index = run.IsCovered ? fillIndex : newIndices[PackedSamples.Get(from, column, _file.Header.BitDepth)];
                    PackedSamples.Set(to, column, header.BitDepth, index);
                }
            }

            writer.Write(row.Line, to);
        }

        reader.Finish();
        return writer.Finish();
    }

    private byte[] Entries() => [.. _colors.SelectMany(color => new[] { color.Red, color.Green, color.Blue })];

    // The tRNS chunk ends with the last entry that is not opaque (11.3.1.1).
    private byte[] Alphas()
    {
        var lastSeenThrough = _colors.FindLastIndex(color => color.Alpha < byte.MaxValue);
        return [.. _colors.Take(lastSeenThrough + 1).Select(color => color.Alpha)];
    }
}
