using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>A PNG with a palette, which SkiaSharp does not write: no dithering, no row filters, 8 bits a pixel.</summary>
internal static class PalettePng
{
    private const byte IndexedColour = 3;

    public static byte[] Write(SKBitmap pixels, int colours, int dotsPerInch)
    {
        var samples = MemoryMarshal.AsBytes(pixels.GetPixelSpan());
        var palette = Palette.For(samples, colours);
        return
        [
            .. PngChunk.Signature,
            .. PngChunk.Write("IHDR"u8, Header(pixels)),
            .. PngChunk.Resolution(dotsPerInch),
            .. PngChunk.Write("PLTE"u8, palette.RedGreenBlue),
            .. PngChunk.Write("IDAT"u8, Compress(samples, pixels.Width, pixels.Height, palette)),
            .. PngChunk.Write("IEND"u8, []),
        ];
    }

    private static byte[] Header(SKBitmap pixels)
    {
        const byte bitDepth = 8;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, pixels.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), pixels.Height);
        header[8] = bitDepth;
        header[9] = IndexedColour;
        return header;
    }

    private static byte[] Compress(ReadOnlySpan<byte> samples, int width, int height, Palette palette)
    {
        using var file = new MemoryStream();
        using (var zlib = new ZLibStream(file, CompressionLevel.SmallestSize))
        {
            var row = new byte[1 + width];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++) row[1 + x] = palette.IndexOf(samples[(4 * ((y * width) + x))..]);
                zlib.Write(row);
            }
        }
        return file.ToArray();
    }
}
