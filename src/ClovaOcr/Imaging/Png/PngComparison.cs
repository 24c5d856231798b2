namespace ClovaOcr.Imaging.Png;

/// <summary>Compares a masked PNG with its source, pixel by pixel, both as <see cref="PngPixels"/> decodes them.</summary>
internal static class PngComparison
{
    private const int PaletteType = 3;

    public static void Check(byte[] source, MaskedPicture masked, CoveredRows covered)
    {
        var before = PngPixels.Decode(source);
        var after = PngPixels.Decode(masked.Bytes);
        if ((after.Width, after.Height) != (masked.Width, masked.Height) || (before.Width, before.Height) != (after.Width, after.Height))
            throw Refusal.NotProved("it has another size than its source");
        if (before.ColorType != after.ColorType || (before.BitDepth != after.BitDepth && before.ColorType != PaletteType))
            throw Refusal.NotProved("its colours are coded in another way than its source's");

        var (colorsBefore, colorsAfter) = (new PngColors(before), new PngColors(after));
        var fill = default(PngColors.Color?);
        for (var y = 0; y < after.Height; y++)
        {
            foreach (var (first, end) in covered.Outside(y, after.Width))
                for (var x = first; x < end; x++)
                    if (colorsBefore.At(x, y) != colorsAfter.At(x, y))
                        throw Refusal.NotProved("a pixel outside the mask is not the source's");

            foreach (var (first, end) in covered.Of(y))
            {
                for (var x = first; x < end; x++)
                {
                    var color = colorsAfter.At(x, y);
                    if (color != (fill ??= color)) throw Refusal.NotProved("two covered pixels have different colours");
                }
            }
        }

        if (fill is { } found && !colorsAfter.IsFill(found)) throw Refusal.NotProved("a covered pixel is not black");
    }
}
