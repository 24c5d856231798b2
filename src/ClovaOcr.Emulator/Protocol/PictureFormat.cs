using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Pages;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>A format of the vendor page.</summary>
/// <param name="Signatures">The bytes with which its files begin.</param>
/// <param name="Decode">Decodes a file, or stops when that is asked for; null when it cannot be decoded.</param>
/// <param name="IsPage">Whether a file holds pages, of which one is converted to a picture, rather than the picture itself.</param>
internal sealed record PictureFormat(byte[][] Signatures, Func<byte[], CancellationToken, Picture?> Decode, bool IsPage)
{
    private static readonly PictureFormat Jpeg = new([[0xFF, 0xD8, 0xFF]], (file, _) => Picture.Decode(file), IsPage: false);
    private static readonly PictureFormat Png = new([[0x89, .. "PNG\r\n\x1A\n"u8]], (file, _) => Picture.Decode(file), IsPage: false);
    private static readonly PictureFormat Pdf = new([[.. "%PDF-"u8]], PdfPage.Decode, IsPage: true);
    private static readonly PictureFormat Tiff =
        new([[.. "II*\0"u8], [.. "MM\0*"u8], [.. "II+\0"u8], [.. "MM\0+"u8]], TiffPage.Decode, IsPage: true);

    private static readonly Dictionary<string, PictureFormat> Formats = new()
    {
        ["jpg"] = Jpeg,
        ["jpeg"] = Jpeg,
        ["png"] = Png,
        ["pdf"] = Pdf,
        ["tif"] = Tiff,
        ["tiff"] = Tiff,
    };

    /// <summary>The format that a call names; null when the page has none of that name or the file is of another.</summary>
    public static PictureFormat? Of(string? name, byte[] file) =>
        name is not null
        && Formats.TryGetValue(name, out var format)
        && format.Signatures.Any(signature => file.AsSpan().StartsWith(signature))
            ? format
            : null;
}
