namespace ClovaOcr.Imaging.Png;

/// <summary>The colours of decoded pixels, as numbers that are equal when the colours are.</summary>
internal sealed class PngColors(PngPixels pixels)
{
    private const int FullPalette = 256;
    private const ulong Opaque16 = 0xFFFF;

    private readonly int _sampleBytes = pixels.BitDepth == 16 ? 2 : 1;
    private readonly ulong? _transparent = TransparentSamples(pixels);

    /// <param name="Samples">The pixel's samples, or of a palette's entry red, green, blue and alpha, one after the other.</param>
    /// <param name="IsTransparent">Whether it is the one colour that is not seen.</param>
    internal readonly record struct Color(ulong Samples, bool IsTransparent);

    public Color At(int x, int y)
    {
        ulong samples = 0;
        foreach (var value in pixels.Pixel(x, y)) samples = (samples << 8) | value;
        return pixels.ColorType == 3 ? new(Entry((int)samples), false) : new(samples, samples == _transparent);
    }

    /// <summary>
    /// Whether a colour may be the mask's: opaque black, or the next to it where black is transparent, or with a full palette any of
    /// its colours.
    /// </summary>
    public bool IsFill(Color color)
    {
        if (color.IsTransparent) return false;
        if (pixels.ColorType == 3) return color.Samples == 0xFF || pixels.Palette.Length == FullPalette * 3;
        var alphaBits = _sampleBytes * 8;
        if (pixels.ColorType is 4 or 6) return color.Samples == Opaque16 >> (16 - alphaBits);
        return color.Samples == 0 || (_transparent == 0 && color.Samples == NextToBlack());
    }

    private ulong NextToBlack()
    {
        ulong samples = 0;
        for (var i = 0; i < pixels.PixelBytes; i++) samples = (samples << 8) | 1;
        return samples;
    }

    private ulong Entry(int index)
    {
        if ((index * 3) + 2 >= pixels.Palette.Length) throw Refusal.Damaged("a PNG decoder finds a colour that the palette lacks");
        var alpha = index < pixels.Transparency.Length ? pixels.Transparency[index] : byte.MaxValue;
        return ((ulong)pixels.Palette[index * 3] << 24) | ((ulong)pixels.Palette[(index * 3) + 1] << 16)
            | ((ulong)pixels.Palette[(index * 3) + 2] << 8) | alpha;
    }

    // Two bytes a sample whatever the depth, of which the low bits count.
    private static ulong? TransparentSamples(PngPixels pixels)
    {
        if (pixels.ColorType is not (0 or 2) || pixels.Transparency.Length == 0) return null;
        ulong samples = 0;
        for (var i = 0; i + 1 < pixels.Transparency.Length; i += 2)
        {
            var sample = ((pixels.Transparency[i] << 8) | pixels.Transparency[i + 1]) & ((1 << pixels.BitDepth) - 1);
            samples = (samples << (pixels.BitDepth == 16 ? 16 : 8)) | (uint)sample;
        }

        return samples;
    }
}
