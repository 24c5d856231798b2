using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>The colours of decoded pixels, as numbers that are equal when the colours are.</summary>
internal sealed class PngColors(PngOutline outline)
{
    private const int PaletteType = 3;
    private const int FullPalette = 256;
    private const ulong Opaque16 = 0xFFFF;

    private readonly int _sampleBytes = outline.BitDepth == 16 ? 2 : 1;
    private readonly ulong? _transparent = TransparentSamples(outline);

    /// <param name="Samples">The pixel's samples, or of a palette's entry red, green, blue and alpha, one after the other.</param>
    /// <param name="IsTransparent">Whether it is the one colour that is not seen.</param>
    internal readonly record struct Color(ulong Samples, bool IsTransparent);

    /// <summary>A pixel's colour.</summary>
    /// <param name="row">The samples of a row.</param>
    /// <param name="index">Which of its pixels.</param>
    public Color At(ReadOnlySpan<byte> row, int index)
    {
        ulong samples = 0;
        foreach (var value in row.Slice(index * outline.PixelBytes, outline.PixelBytes)) samples = (samples << 8) | value;
        return outline.ColorType == PaletteType ? new(Entry((int)samples), false) : new(samples, samples == _transparent);
    }

    /// <summary>Whether equal samples are equal colours here and there.</summary>
    public bool IsLike(PngColors other) => outline.ColorType != PaletteType && _transparent == other._transparent;

    /// <summary>
    /// Whether a colour may be the mask's: opaque black, or the next to it where black is transparent, or with a full palette any of
    /// its colours.
    /// </summary>
    public bool IsFill(Color color)
    {
        if (color.IsTransparent) return false;
        if (outline.ColorType == PaletteType) return color.Samples == 0xFF || outline.Palette.Length == FullPalette * 3;
        var alphaBits = _sampleBytes * 8;
        if (outline.ColorType is 4 or 6) return color.Samples == Opaque16 >> (16 - alphaBits);
        return color.Samples == 0 || (_transparent == 0 && color.Samples == NextToBlack());
    }

    private ulong NextToBlack()
    {
        ulong samples = 0;
        for (var i = 0; i < outline.PixelBytes; i++) samples = (samples << 8) | 1;
        return samples;
    }

    private ulong Entry(int index)
    {
        if ((index * 3) + 2 >= outline.Palette.Length) throw Refusal.Damaged("a PNG decoder finds a colour that the palette lacks");
        var alpha = index < outline.Transparency.Length ? outline.Transparency[index] : byte.MaxValue;
        return ((ulong)outline.Palette[index * 3] << 24) | ((ulong)outline.Palette[(index * 3) + 1] << 16)
            | ((ulong)outline.Palette[(index * 3) + 2] << 8) | alpha;
    }

    // Two bytes a sample whatever the depth, of which the low bits count.
    private static ulong? TransparentSamples(PngOutline outline)
    {
        if (outline.ColorType is not (0 or 2) || outline.Transparency.Length == 0) return null;
        ulong samples = 0;
        for (var i = 0; i + 1 < outline.Transparency.Length; i += 2)
        {
            var sample = ((outline.Transparency[i] << 8) | outline.Transparency[i + 1]) & ((1 << outline.BitDepth) - 1);
            samples = (samples << (outline.BitDepth == 16 ? 16 : 8)) | (uint)sample;
        }

        return samples;
    }
}
