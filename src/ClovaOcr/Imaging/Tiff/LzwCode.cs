namespace ClovaOcr.Imaging.Tiff;

/// <summary>What reader and writer of LZW agree on (TIFF 6.0, 13).</summary>
internal static class LzwCode
{
    public const int Clear = 256;
    public const int End = 257;
    public const int First = 258;
    public const int FewestBits = 9;
    public const int MostBits = 12;

    /// <summary>The number of entries at which a writer starts anew.</summary>
    public const int Full = 4094;
}
