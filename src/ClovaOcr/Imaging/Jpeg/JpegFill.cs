using System.Collections.Generic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Black, as flat blocks. A block of nothing but a DC coefficient is a flat area of 128 + DC * q / 8, so DC = -1024 / q is sample 0 and
/// 1016 / q is sample 255, rounded away from the middle. CMYK is written as Adobe does, 0 for full ink, and every viewer reads it so.
/// </summary>
internal sealed class JpegFill
{
    private const int Middle = 128;

    // A block's value is DC * q / 8, and decoders fold what is past 512 back into the range (T.81 asks for a clamp and sets no limit).
    private const int LargestStep = 3000;

    private static readonly Dictionary<JpegColor, byte[]> Black = new()
    {
        [JpegColor.Gray] = [0],
        [JpegColor.YCbCr] = [0, Middle, Middle],
        [JpegColor.Rgb] = [0, 0, 0],
        [JpegColor.Cmyk] = [0, 0, 0, 0],
        [JpegColor.Ycck] = [255, Middle, Middle, 0], // T.872, 6.5.3: full C, M and Y turned over, then turned into YCbCr
    };

    private readonly JpegFile _source;

    public JpegFill(JpegFile source) => (_source, Samples) = (source, source.Black ?? Black[source.Color]);

    /// <summary>The sample of each component where the picture is covered.</summary>
    public IReadOnlyList<byte> Samples { get; }

    /// <summary>The DC coefficient of a covered block of a component.</summary>
    public int DcOf(int component)
    {
        var step = _source.QuantizationOf(component)[0];
        if (step > LargestStep) throw Refusal.Unmaskable("This JPEG's steps are so coarse that decoders differ in what they show of it.");
        return Samples[component] switch
        {
            0 => -RoundedUp(1024, step),
            255 => RoundedUp(1016, step),
            _ => 0,
        };
    }

    private static int RoundedUp(int value, int step) => (value + step - 1) / step;
}
