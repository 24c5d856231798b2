using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Takes palettes from a directory's list of numbers and back: all reds, then all greens, then all blues.</summary>
internal static class TiffPalette
{
    public static TiffPaletteColor[] Read(TiffDirectory directory, TiffLayout layout)
    {
        if (layout.Color != TiffColor.Palette) return [];
        var count = 1 << layout.Bits;
        var numbers = directory.Numbers(TiffTag.ColorMap);
        if (numbers?.Length != count * 3) throw Refusal.Damaged("its palette is missing or has not as many colours as it should");

        var colors = new TiffPaletteColor[count];
        for (var i = 0; i < count; i++) colors[i] = new((ushort)numbers[i], (ushort)numbers[count + i], (ushort)numbers[(count * 2) + i]);
        return colors;
    }

    /// <summary>The list for an index of so many bits; entries past the colours are black.</summary>
    public static ushort[] Write(IReadOnlyList<TiffPaletteColor> colors, int bits)
    {
        var count = 1 << bits;
        var numbers = new ushort[count * 3];
        for (var i = 0; i < colors.Count; i++)
            (numbers[i], numbers[count + i], numbers[(count * 2) + i]) = (colors[i].Red, colors[i].Green, colors[i].Blue);
        return numbers;
    }
}
