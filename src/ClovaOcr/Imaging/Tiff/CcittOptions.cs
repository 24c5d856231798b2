namespace ClovaOcr.Imaging.Tiff;

/// <summary>The bits of T4Options and T6Options (TIFF 6.0, 11).</summary>
internal static class CcittOptions
{
    public const int TwoDimensional = 1;
    public const int Uncompressed = 2;
    public const int AlignedEnds = 4;
}
