using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>The formats of the vendor page and the bytes with which their files begin.</summary>
internal static class PictureFormat
{
    private static readonly byte[][] Jpeg = [[0xFF, 0xD8, 0xFF]];
    private static readonly byte[][] Png = [[0x89, .. "PNG\r\n\x1A\n"u8]];
    private static readonly byte[][] Pdf = [[.. "%PDF-"u8]];
    private static readonly byte[][] Tiff = [[.. "II*\0"u8], [.. "MM\0*"u8], [.. "II+\0"u8], [.. "MM\0+"u8]];

    private static readonly Dictionary<string, byte[][]> Signatures = new()
    {
        ["jpg"] = Jpeg,
        ["jpeg"] = Jpeg,
        ["png"] = Png,
        ["pdf"] = Pdf,
        ["tif"] = Tiff,
        ["tiff"] = Tiff,
    };

    /// <summary>Whether a format is one of the page's and the bytes are of it.</summary>
    public static bool Matches(string? format, byte[] picture) =>
        format is not null
        && Signatures.TryGetValue(format, out var signatures)
        && signatures.Any(signature => picture.AsSpan().StartsWith(signature));

    /// <summary>Whether a format holds pages rather than one image.</summary>
    public static bool IsPage(string format) => format is "pdf" or "tif" or "tiff";
}
