using System;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Takes covered pixels of a plane that stand side by side.</summary>
internal delegate void TakeCovered(int plane, ReadOnlySpan<byte> pixels);

/// <summary>
/// Refuses a covered pixel that is not black, or with a palette that has no place for black, not the colour of the others.
/// </summary>
internal sealed class TiffFillCheck
{
    private readonly byte[][] _fills;
    private readonly bool _isAnyColor;
    private bool _isFirst = true;

    public TiffFillCheck(LibTiffReader reader)
    {
        var palette = reader.Palette();
        _fills = palette.Length > 0
            ? [new byte[palette[0].Length]]
            : [.. Enumerable.Range(0, reader.IsPlanar ? reader.Samples : 1).Select(plane => BlackOf(reader, plane))];
        _isAnyColor = palette.Length > 0 && palette.All(color => color.Any(level => level != 0));
    }

    public void Take(int plane, ReadOnlySpan<byte> pixels)
    {
        var fill = _fills[plane];
        if (_isFirst && _isAnyColor) pixels[..fill.Length].CopyTo(fill);
        _isFirst = false;
        for (; pixels.Length > 0; pixels = pixels[fill.Length..])
            if (!pixels[..fill.Length].SequenceEqual(fill)) throw Refusal.NotProved("a covered pixel is not black");
    }

    // By the numbers of tag 262: 0 counts from white, 5 are inks with black as the fourth, 6 has its colours about the middle.
    private static byte[] BlackOf(LibTiffReader reader, int plane)
    {
        var (most, colors) = ((1 << reader.Bits) - 1, reader.Color switch { 2 or 6 => 3, 5 => 4, _ => 1 });
        var samples = Enumerable.Range(plane, reader.IsPlanar ? 1 : reader.Samples).Select(sample => sample >= colors
            ? most
            : (reader.Color, sample) switch
            {
                (0, _) or (5, 3) => most,
                (6, > 0) => 128,
                _ => 0,
            });
        return [.. samples.SelectMany(value => reader.Bits == 16 ? new[] { (byte)value, (byte)(value >> 8) } : [(byte)value])];
    }
}
