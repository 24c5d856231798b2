using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Covers a picture of palette indices, with a new palette in 4 or 8 bits (TIFF 6.0, 5).</summary>
internal sealed class TiffPaletteCover
{
    private const int FewColors = 16;

    private static readonly TiffPaletteColor Black = new(0, 0, 0);

    private static readonly IComparer<TiffPaletteColor> ByDarkness = Comparer<TiffPaletteColor>.Create((a, b) =>
        (a.Red + a.Green + a.Blue).CompareTo(b.Red + b.Green + b.Blue));

    private readonly TiffFile _file;
    private readonly byte[] _source;
    private readonly CoverGrid _cover;
    private readonly MaskedPalette<TiffPaletteColor> _palette;

    private TiffPaletteCover(TiffFile file, byte[] source, CoverGrid cover)
    {
        (_file, _source, _cover) = (file, source, cover);
        _palette = new(file.Palette, Black);
    }

    public static byte[] Write(TiffFile file, byte[] source, CoverGrid cover)
    {
        var covering = new TiffPaletteCover(file, source, cover);
        foreach (var segment in file.Layout.Segments())
            covering.Read(segment, (row, line) => covering._palette.Take(line, file.Layout.Bits, covering.RunsOf(segment, row)));
        covering._palette.Finish(ByDarkness);
        return covering.Reindex();
    }

    private byte[] Reindex()
    {
        var layout = _file.Layout with { Bits = _palette.Colors.Count <= FewColors ? 4 : 8 };
        layout = layout with { IsPredicted = layout is { IsPredicted: true, Bits: 8 } };
        using var file = new TiffWriter();
        foreach (var segment in layout.Segments())
        {
            var writer = new TiffSegmentWriter(layout, file.BeginSegment(), segment);
            var masked = new byte[layout.LineBytes(segment.Width)];
            Read(segment, (row, line) =>
            {
                Array.Clear(masked, 0, masked.Length);
                _palette.Write(line, _file.Layout.Bits, masked, layout.Bits, RunsOf(segment, row));
                writer.Write(masked);
            });
            writer.Finish();
        }

        return file.Finish(layout, TiffPalette.Write(_palette.Colors, layout.Bits), _file.Metadata);
    }

    private void Read(TiffSegment segment, Action<int, byte[]> take)
    {
        using var reader = new TiffSegmentReader(_file, _source, segment);
        var line = new byte[_file.Layout.LineBytes(segment.Width)];
        for (var row = segment.Top; row < segment.Top + segment.Height; row++)
        {
            reader.Read(line);
            take(row, line);
        }
    }

    // The pixels of a strip's or tile's row, by its own columns; past the picture's edge there are none.
    private IEnumerable<PixelRun> RunsOf(TiffSegment segment, int row)
    {
        if (row >= _file.Layout.Height) return [];
        var right = Math.Min(segment.Left + segment.Width, _file.Layout.Width);
        return PixelRun.Of(_cover.PixelsOf(row), segment.Left, right)
            .Select(run => run with { First = run.First - segment.Left, End = run.End - segment.Left });
    }
}
