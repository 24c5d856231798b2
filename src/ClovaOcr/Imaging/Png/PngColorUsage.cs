using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>Whether a masked PNG names no colour but those that its pixels have.</summary>
internal sealed class PngColorUsage(PngOutline outline)
{
    private const int PaletteType = 3;

    private readonly PngColors _colors = new(outline);
    private readonly bool[] _isUsed = new bool[256];
    private bool _hasTransparentPixel;

    /// <summary>Takes a row.</summary>
    public void Add(ReadOnlySpan<byte> samples)
    {
        if (outline.ColorType == PaletteType)
        {
            foreach (var index in samples) _isUsed[index] = true;
        }
        else if (outline.Transparency.Length > 0)
        {
            for (var i = 0; i < samples.Length / outline.PixelBytes && !_hasTransparentPixel; i++)
                _hasTransparentPixel = _colors.At(samples, i).IsTransparent;
        }
    }

    /// <summary>Whether all that is named is used; asked after the last row.</summary>
    public bool IsAll() => outline.ColorType switch
    {
        PaletteType => IsPaletteLean(),
        0 or 2 => outline.Palette.Length == 0 && (outline.Transparency.Length == 0 || IsTransparencyLean()),
        _ => outline.Palette.Length == 0 && outline.Transparency.Length == 0,
    };

    // Every entry is the colour of a pixel, no two are alike, only as many are there as the index's bits ask for, and alpha is given up
    // to the last that needs it.
    private bool IsPaletteLean()
    {
        var (entries, alphas) = (outline.Palette.Length / 3, outline.Transparency.Length);
        var fewestBits = entries <= 2 ? 1 : entries <= 4 ? 2 : entries <= 16 ? 4 : 8;
        if (outline.Palette.Length % 3 != 0 || outline.BitDepth != fewestBits || alphas > entries) return false;
        if (alphas > 0 && outline.Transparency[alphas - 1] == byte.MaxValue) return false;

        var colors = new HashSet<ulong>();
        for (var i = 0; i < _isUsed.Length; i++)
        {
            if (_isUsed[i] != i < entries) return false;
            if (i < entries && !colors.Add(_colors.At([(byte)i], 0).Samples)) return false;
        }

        return true;
    }

    // Two bytes a sample, of which the high ones are zero below 16 bits.
    private bool IsTransparencyLean()
    {
        if (outline.Transparency.Length != (outline.ColorType == 0 ? 2 : 6)) return false;
        for (var i = 0; outline.BitDepth < 16 && i < outline.Transparency.Length; i += 2)
            if (((outline.Transparency[i] << 8) | outline.Transparency[i + 1]) >> outline.BitDepth != 0) return false;
        return _hasTransparentPixel;
    }
}
