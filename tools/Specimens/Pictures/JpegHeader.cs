using System;
using System.Buffers.Binary;

namespace Specimens.Pictures;

/// <summary>What the encoder leaves out of a JPEG's head: the resolution, and an EXIF block with the orientation.</summary>
internal static class JpegHeader
{
    private const int JfifLength = 20;

    private static ReadOnlySpan<byte> Beginning => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];

    /// <summary>Sets the resolution in the JFIF block at the beginning, and puts an EXIF block behind it if the picture must be turned.</summary>
    public static byte[] Complete(byte[] jpeg, int dotsPerInch, int orientation)
    {
        if (!jpeg.AsSpan().StartsWith(Beginning))
            throw new SpecimenException("The encoder wrote a JPEG that does not begin with a JFIF block.");

        const byte dotsAnInch = 1;
        jpeg[13] = dotsAnInch;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(14), (ushort)dotsPerInch);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(16), (ushort)dotsPerInch);
        return orientation == 1 ? jpeg : [.. jpeg.AsSpan(0, JfifLength), .. Exif(orientation), .. jpeg.AsSpan(JfifLength)];
    }

    /// <summary>An APP1 segment with one directory of one entry.</summary>
    private static byte[] Exif(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8,
        .. "MM"u8, 0, 42, 0, 0, 0, 8,                      // big-endian TIFF, whose directory begins at its byte 8
        0, 1,                                              // one entry:
        0x01, 0x12, 0, 3, 0, 0, 0, 1,                      // tag 0x0112 Orientation, one SHORT,
        0, (byte)orientation, 0, 0,                        // its value
        0, 0, 0, 0,                                        // no further directory
    ];
}
