using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// How YCbCr colours are to be read, as one of what everybody writes: fractions of any other value could hold data (TIFF 6.0, 20 and 21).
/// </summary>
/// <param name="Coefficients">A row of <see cref="KnownCoefficients"/>; null if the source does not say.</param>
/// <param name="References">A row of <see cref="KnownReferences"/>; null if the source does not say.</param>
/// <param name="IsCosited">Whether a pair of colours is that of the first pixel of its unit, not of the unit's middle (tag 531).</param>
internal sealed record TiffYCbCr(IReadOnlyList<uint>? Coefficients, IReadOnlyList<uint>? References, bool IsCosited)
{
    /// <summary>What <see cref="KnownCoefficients"/> are parts of.</summary>
    public const uint CoefficientParts = 10_000;

    /// <summary>The parts of red, green and blue in brightness: ITU-R BT.601, and both forms of BT.709.</summary>
    public static IReadOnlyList<uint[]> KnownCoefficients { get; } = [[2990, 5870, 1140], [2126, 7152, 722], [2125, 7154, 721]];

    /// <summary>Black and white of the brightness and the middle and end of both colours: full range, and that of video.</summary>
    public static IReadOnlyList<uint[]> KnownReferences { get; } =
        [[0, 255, 128, 255, 128, 255], [15, 235, 128, 240, 128, 240], [16, 235, 128, 240, 128, 240]];

    public static TiffYCbCr Read(TiffDirectory directory) => new(
        Find(KnownCoefficients, directory, TiffTag.YCbCrCoefficients, CoefficientParts),
        Find(KnownReferences, directory, TiffTag.ReferenceBlackWhite, 1),
        directory.Number(TiffTag.YCbCrPositioning, 1) == 2);

    private static uint[]? Find(IReadOnlyList<uint[]> known, TiffDirectory directory, int tag, uint parts)
    {
        if (!directory.Has(tag)) return null;
        var stated = directory.Fractions(tag);
        return known.FirstOrDefault(row => stated?.Length == row.Length
                && stated.Zip(row, (fraction, part) => IsNear(fraction, (double)part / parts)).All(near => near))
            ?? throw Refusal.Unmaskable("This TIFF has YCbCr colours of an unusual kind, which are not masked.");
    }

    // Fractions are often made from numbers of single precision.
    private static bool IsNear((uint Numerator, uint Denominator) fraction, double value) =>
        fraction.Denominator > 0 && Math.Abs(((double)fraction.Numerator / fraction.Denominator) - value) < 1e-5;
}
