namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Black, opaque: brightness 0 is black whatever level a YCbCr file calls black, because readers cut off what is below; of inks, black
/// alone is full; what stands beside the colours is at its most, which for alpha is opaque.
/// </summary>
internal static class TiffBlack
{
    /// <summary>The value of each sample of a covered pixel.</summary>
    public static int[] Of(TiffLayout layout)
    {
        var most = (1 << layout.Bits) - 1;
        var samples = new int[layout.Samples];
        for (var i = 0; i < samples.Length; i++) samples[i] = i < layout.ColorSamples ? ColorSample(layout.Color, i, most) : most;
        return samples;
    }

    private static int ColorSample(TiffColor color, int sample, int most) => color switch
    {
        TiffColor.GrayFromWhite => most,
        TiffColor.Cmyk when sample == 3 => most,
        TiffColor.YCbCr when sample > 0 => (most + 1) / 2,
        _ => 0,
    };
}
