using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>How the samples are compressed (TIFF 6.0, tag 259).</summary>
internal enum TiffCompression
{
    None = 1,
    CcittRle = 2,
    CcittGroup3 = 3,
    CcittGroup4 = 4,
    Lzw = 5,
    Jpeg = 7,
    Deflate = 8,
    PackBits = 32773,
    DeflateBefore8 = 32946,
}

/// <summary>What is done with which compression.</summary>
internal static class TiffCompressions
{
    private static readonly Dictionary<int, string> Refused = new()
    {
        [6] = "JPEG of the old style", [9] = "JBIG", [10] = "JBIG", [32766] = "NeXT's compression", [32771] = "CCITT RLE in words",
        [32809] = "ThunderScan's compression", [32909] = "Pixar's compression", [34661] = "JBIG", [34676] = "LogLuv", [34677] = "LogLuv",
        [34712] = "JPEG 2000", [34887] = "LERC", [34925] = "LZMA", [50000] = "Zstandard", [50001] = "WebP", [50002] = "JPEG XL",
    };

    /// <exception cref="ClovaOcrException">A compression that is not masked.</exception>
    public static TiffCompression Of(int number) => (TiffCompression)number switch
    {
        TiffCompression.None or TiffCompression.CcittRle or TiffCompression.CcittGroup3 or TiffCompression.CcittGroup4
            or TiffCompression.Lzw or TiffCompression.Jpeg or TiffCompression.Deflate or TiffCompression.PackBits
            or TiffCompression.DeflateBefore8 => (TiffCompression)number,
        _ => throw Refusal.Unmaskable(Refused.TryGetValue(number, out var name)
            ? $"This TIFF is compressed with {name}, which is not masked."
            : "This TIFF is compressed in an unknown way."),
    };

    public static bool IsCcitt(this TiffCompression compression) =>
        compression is TiffCompression.CcittRle or TiffCompression.CcittGroup3 or TiffCompression.CcittGroup4;

    public static bool IsDeflate(this TiffCompression compression) =>
        compression is TiffCompression.Deflate or TiffCompression.DeflateBefore8;

    /// <summary>Whether a predictor may go before the compression (TIFF 6.0, 14, and its supplement 1 for Deflate).</summary>
    public static bool MayBePredicted(this TiffCompression compression) => compression == TiffCompression.Lzw || compression.IsDeflate();
}
