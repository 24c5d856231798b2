using System;
using ClovaOcr.Imaging;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Masked copies as far as files go: bytes of their own, and no picture.</summary>
internal static class HandmadeCopy
{
    public static byte[] BytesOf(int number)
    {
        var bytes = new byte[3000];
        new Random(number).NextBytes(bytes);
        return bytes;
    }

    public static MaskedCopy Of(int number) => Of(BytesOf(number));

    /// <param name="bytes">The copy's.</param>
    /// <param name="sourceHash">The SHA-256 of its source; null for that of no file.</param>
    public static MaskedCopy Of(byte[] bytes, string? sourceHash = null) => new()
    {
        Picture = new MaskedPicture
        {
            Bytes = bytes,
            Format = ImageFormat.Jpeg,
            Width = 1,
            Height = 1,
            Orientation = Orientation.Upright,
            CellWidth = 8,
            CellHeight = 8,
            Covered = [],
            Kept = [],
            Dropped = [],
        },
        SourceHash = sourceHash ?? new string('0', 64),
        Hash = SourceFile.HashOf(bytes),
        Areas = [],
        AlsoTouched = [],
        QrCode = QrCodeFinding.NotSearched,
        Warnings = [],
    };
}
