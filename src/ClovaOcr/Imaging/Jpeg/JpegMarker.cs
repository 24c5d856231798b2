namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Marker codes, the byte after FF (T.81, table B.1).</summary>
internal static class JpegMarker
{
    public const byte Prefix = 0xFF;
    public const byte Temporary = 0x01;
    public const byte StartOfFrame0 = 0xC0;
    public const byte StartOfFrame1 = 0xC1;
    public const byte StartOfFrame2 = 0xC2;
    public const byte StartOfFrame15 = 0xCF;
    public const byte HuffmanTables = 0xC4;
    public const byte JpegExtension = 0xC8;
    public const byte ArithmeticConditioning = 0xCC;
    public const byte Restart0 = 0xD0;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte QuantizationTables = 0xDB;
    public const byte NumberOfLines = 0xDC;
    public const byte RestartInterval = 0xDD;
    public const byte HierarchicalProgression = 0xDE;
    public const byte Expand = 0xDF;
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;
    public const byte App13 = 0xED;
    public const byte App14 = 0xEE;
    public const byte App15 = 0xEF;
    public const byte Comment = 0xFE;

    /// <summary>Whether the marker stands alone, with no length and no parameters after it (T.81, B.1.1.3).</summary>
    public static bool StandsAlone(byte marker) => marker is Temporary or (>= Restart0 and <= EndOfImage);

    public static bool IsFrame(byte marker) =>
        marker is >= StartOfFrame0 and <= StartOfFrame15 and not (HuffmanTables or JpegExtension or ArithmeticConditioning);

    public static bool IsApplication(byte marker) => marker is >= App0 and <= App15;
}
