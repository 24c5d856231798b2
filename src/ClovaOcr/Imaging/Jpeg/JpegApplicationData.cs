using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Tells application segments apart by the names that they begin with.</summary>
internal static class JpegApplicationData
{
    public static ReadOnlySpan<byte> JfifName => "JFIF\0"u8;

    public static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    public static ReadOnlySpan<byte> AdobeName => "Adobe"u8;

    public static ReadOnlySpan<byte> IccName => "ICC_PROFILE\0"u8;

    /// <summary>Whether an APP0 is a JFIF header: its name, version, units, densities and thumbnail size (T.871, 10.1).</summary>
    public static bool IsJfif(ReadOnlySpan<byte> app0) => app0.Length >= 14 && app0.StartsWith(JfifName);

    public static bool IsExif(ReadOnlySpan<byte> app1) => app1.StartsWith(ExifName);

    public static ReadOnlySpan<byte> ExifBlockOf(ReadOnlySpan<byte> app1) => app1[ExifName.Length..];

    /// <summary>Whether an APP14 is Adobe's: its name, version, two flag words and the colour transform (T.872, 6.5.3).</summary>
    public static bool IsAdobe(ReadOnlySpan<byte> app14) => app14.Length >= 12 && app14.StartsWith(AdobeName);

    /// <summary>
    /// Whether an APP2 is a piece of an ICC profile: its name, the piece's number from 1 and how many there are (ICC.1, B.4).
    /// </summary>
    public static bool IsIccPiece(ReadOnlySpan<byte> app2) => app2.Length >= 14 && app2.StartsWith(IccName);

    /// <summary>What an application segment holds, in a word or two that come from this list and never from the file.</summary>
    public static string Describe(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        JpegMarker.App0 when data.StartsWith(JfifName) => "JFIF header",
        JpegMarker.App0 when data.StartsWith("JFXX\0"u8) => "JFIF extension",
        JpegMarker.App1 when IsExif(data) => "EXIF",
        JpegMarker.App1 when data.StartsWith("http://ns.adobe.com/x"u8) => "XMP",
        JpegMarker.App2 when data.StartsWith(IccName) => "ICC profile",
        JpegMarker.App2 when data.StartsWith("MPF\0"u8) => "multi-picture index",
        JpegMarker.App13 when data.StartsWith("Photoshop 3.0"u8) => "Photoshop data",
        JpegMarker.App14 when data.StartsWith(AdobeName) => "Adobe marker",
        _ => FormattableString.Invariant($"APP{marker - JpegMarker.App0} data"),
    };
}
