using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging;

/// <summary>
/// The one tag of EXIF that matters here, read from any block and written as a block of its own (EXIF 2.32, 4.5; TIFF 6.0, 2).
/// </summary>
internal static class ExifBlock
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const int HeaderLength = 8;
    private const int EntryLength = 12;

    /// <summary>The orientation in the block's first directory; upright when there is none or the block is damaged.</summary>
    /// <param name="tiff">The block from its byte order mark on.</param>
    public static Orientation ReadOrientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeaderLength) return Orientation.Upright;
        bool? littleEndian = (tiff[0], tiff[1]) switch
        {
            ((byte)'I', (byte)'I') => true,
            ((byte)'M', (byte)'M') => false,
            _ => null,
        };
        if (littleEndian is not { } little || Short(tiff[2..], little) != 42) return Orientation.Upright;

        var directory = Long(tiff[4..], little);
        if (directory > tiff.Length - 2) return Orientation.Upright;
        var entries = tiff[((int)directory + 2)..];
        var count = Math.Min(Short(tiff[(int)directory..], little), entries.Length / EntryLength);
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(i * EntryLength, EntryLength);
            if (Short(entry, little) != OrientationTag) continue;
            var isOneShort = Short(entry[2..], little) == ShortType && Long(entry[4..], little) == 1;
            return isOneShort ? Orientation.FromExif(Short(entry[8..], little)) : Orientation.Upright;
        }

        return Orientation.Upright;
    }

    /// <summary>A block that says nothing but the orientation.</summary>
    public static byte[] Write(Orientation orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, HeaderLength,
        0, 1,
        OrientationTag >> 8, OrientationTag & 0xFF, 0, (byte)ShortType, 0, 0, 0, 1, 0, (byte)orientation.ExifValue, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
