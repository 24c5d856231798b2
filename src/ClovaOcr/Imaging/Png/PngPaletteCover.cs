using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Covers a picture of palette indices, with a new palette in the fewest bits that hold it.</summary>
internal sealed class PngPaletteCover
{
    private static readonly int[] Depths = [1, 2, 4, 8];
    private static readonly PngPaletteColor Black = new(0, 0, 0, 255);

    // One that can be seen through is none that covers.
    private static readonly IComparer<PngPaletteColor> ByDarkness = Comparer<PngPaletteColor>.Create((a, b) =>
        a.Alpha != b.Alpha ? b.Alpha.CompareTo(a.Alpha) : (a.Red + a.Green + a.Blue).CompareTo(b.Red + b.Green + b.Blue));

    private readonly PngFile _file;
    private readonly CoverGrid _cover;
    private readonly MaskedPalette<PngPaletteColor> _palette;

    private PngPaletteCover(PngFile file, CoverGrid cover)
    {
        (_file, _cover) = (file, cover);
        var source = new PngPaletteColor[file.Palette.Length / 3];
        for (var i = 0; i < source.Length; i++)
        {
            var alpha = file.Transparency is { } stated && i < stated.Length ? stated[i] : byte.MaxValue;
            source[i] = new(file.Palette[i * 3], file.Palette[(i * 3) + 1], file.Palette[(i * 3) + 2], alpha);
        }

        _palette = new(source, Black);
    }

    public static byte[] Write(PngFile file, CoverGrid cover)
    {
        var covering = new PngPaletteCover(file, cover);
        covering.CollectColors();
        var colors = covering._palette.Colors;
        var header = file.Header with { BitDepth = Depths.First(bits => colors.Count <= 1 << bits) };
        var indices = covering.Reindex(header);
        if (colors.Any(color => color is { Alpha: 0, Red: > 0 } or { Alpha: 0, Green: > 0 } or { Alpha: 0, Blue: > 0 }))
            file.Metadata.Kept.Add(MaskedPicture.ColorsNotSeen);
        return PngWriter.Write(header, Entries(colors), Alphas(colors), file.Metadata, indices);
    }

    private void CollectColors()
    {
        using var reader = new PngScanlineReader(_file.Header, _file.Data);
        foreach (var row in CoveredScanline.Of(_file.Header, _cover)) _palette.Take(reader.Read(row.Line), _file.Header.BitDepth, row.Runs());
        _palette.Finish(ByDarkness);
    }

    private SegmentedBytes Reindex(PngHeader header)
    {
        using var reader = new PngScanlineReader(_file.Header, _file.Data);
        using var writer = new PngScanlineWriter(header);
        var room = new byte[header.RowBytes(header.Width)];
        foreach (var row in CoveredScanline.Of(header, _cover))
        {
            var masked = room.AsSpan(0, header.RowBytes(row.Line.Width));
            _palette.Write(reader.Read(row.Line), _file.Header.BitDepth, masked, header.BitDepth, row.Runs());
            writer.Write(row.Line, masked);
        }

        reader.Finish();
        return writer.Finish();
    }

    private static byte[] Entries(IEnumerable<PngPaletteColor> colors) =>
        [.. colors.SelectMany(color => new[] { color.Red, color.Green, color.Blue })];

    // The tRNS chunk ends with the last entry that is not opaque (11.3.1.1).
    private static byte[] Alphas(IEnumerable<PngPaletteColor> colors) =>
        [.. colors.Reverse().SkipWhile(color => color.Alpha == byte.MaxValue).Reverse().Select(color => color.Alpha)];
}
