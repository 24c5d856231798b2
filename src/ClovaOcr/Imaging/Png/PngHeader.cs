using System;
using System.Buffers.Binary;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>The IHDR chunk (PNG, third edition, 11.2.1).</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="BitDepth">Bits a sample, or a palette index.</param>
/// <param name="Color">What a pixel's samples mean.</param>
/// <param name="IsInterlaced">Whether the pixels are stored in Adam7's seven passes.</param>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColor Color, bool IsInterlaced)
{
    public const int Length = 13;

    /// <summary>Samples of a pixel.</summary>
    public int Channels => Color switch
    {
        PngColor.Rgb => 3,
        PngColor.GrayAlpha => 2,
        PngColor.Rgba => 4,
        _ => 1,
    };

    public int BitsPerPixel => Channels * BitDepth;

    /// <summary>Bytes from a pixel to the one that row filters compare it with, at least one (9.2).</summary>
    public int FilterStep => Math.Max(BitsPerPixel / 8, 1);

    /// <summary>Bytes of all rows without filter types, all passes together.</summary>
    public long TotalBytes
    {
        get
        {
            var header = this;
            return PngPass.Of(this).Sum(pass => (long)pass.Height * header.RowBytes(pass.Width));
        }
    }

    /// <summary>Bytes of a row of pixels, the last one filled up.</summary>
    public int RowBytes(int pixels) => (int)((((long)pixels * BitsPerPixel) + 7) / 8);

    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length) throw Refusal.Damaged("its header has the wrong length");
        var width = BinaryPrimitives.ReadUInt32BigEndian(data);
        var height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) throw Refusal.Damaged("its width or height is not valid");
        if (!Depths(data[9]).Contains(data[8])) throw Refusal.Damaged("its colour type and bit depth do not go together");
        if (data[10] != 0 || data[11] != 0 || data[12] > 1) throw Refusal.Damaged("it is compressed in a way that does not exist");
        return new((int)width, (int)height, data[8], (PngColor)data[9], data[12] == 1);
    }

    public byte[] Write()
    {
        var data = new byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(data, Width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), Height);
        (data[8], data[9], data[12]) = ((byte)BitDepth, (byte)Color, (byte)(IsInterlaced ? 1 : 0));
        return data;
    }

    // Table 11.1: the bit depths that a colour type allows.
    private static byte[] Depths(byte color) => (PngColor)color switch
    {
        PngColor.Gray => [1, 2, 4, 8, 16],
        PngColor.Palette => [1, 2, 4, 8],
        PngColor.Rgb or PngColor.GrayAlpha or PngColor.Rgba => [8, 16],
        _ => [],
    };
}
