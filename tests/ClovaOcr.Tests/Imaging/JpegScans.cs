using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A progressive gray JPEG, all of one gray, whose scans are written by hand: as many as wanted, each as few bytes as there can be.</summary>
internal static class JpegScans
{
    private const int BlocksInRun = (1 << 15) - 1;
    private const int CoarsestBit = 13;

    /// <summary>So many scans beside the first, each the next bit of a part of the coefficients; the first of a part brings all but 13.</summary>
    public static IReadOnlyList<byte[]> More(int count)
    {
        // Of the coefficients from the 2nd to the 64th, each part has 14 scans at the most; the last scans of each are needed for a whole.
        var scans = new List<byte[]>();
        var parts = (count + CoarsestBit) / (CoarsestBit + 1);
        for (var part = 0; part < parts; part++)
        {
            var mine = (count / parts) + (part < count % parts ? 1 : 0);
            var (first, last) = (1 + (part * 63 / parts), (part + 1) * 63 / parts);
            for (var low = mine - 1; low >= 0; low--)
                scans.Add([(byte)first, (byte)last, (byte)(low == mine - 1 ? low : ((low + 1) << 4) | low)]);
        }

        return scans;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="scans">First and last coefficient and approximation of each scan after the first, as <see cref="More"/> gives them.</param>
    /// <param name="orientation">What EXIF says of it; 1 for nothing.</param>
    public static byte[] Encode(int width, int height, IReadOnlyList<byte[]> scans, int orientation = 1)
    {
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        if (orientation > 1) Write(file, 0xE1, JpegRecipe.Exif(orientation).Data);
        Write(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Write(file, 0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

        // A zero difference is a bit; so is a long run of blocks without coefficients, and two bits are one such block.
        Write(file, 0xC4, [0, 1, .. new byte[15], 0]);
        Write(file, 0xC4, [0x10, 1, 1, .. new byte[14], 0xE0, 0]);
        Write(file, 0xDA, [1, 1, 0, 0, 0, 0]);
        WriteBits(file, string.Concat(Enumerable.Repeat('0', blocks)));
        var empty = Empty(blocks);
        foreach (var scan in scans.Count > 0 ? scans : [[1, 63, 0]])
        {
            Write(file, 0xDA, [1, 1, 0, .. scan]);
            WriteBits(file, empty);
        }

        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static string Empty(int blocks)
    {
        var bits = "";
        for (; blocks >= 1 << 14; blocks -= BlocksInRun)
        {
            var run = System.Math.Min(blocks, BlocksInRun);
            bits += "0" + System.Convert.ToString(run - (1 << 14), 2).PadLeft(14, '0');
            if (run == blocks) return bits;
        }

        return bits + string.Concat(Enumerable.Repeat("10", blocks));
    }

    private static void Write(MemoryStream file, byte marker, byte[] data)
    {
        var length = data.Length + 2;
        file.Write([0xFF, marker, (byte)(length >> 8), (byte)length, .. data]);
    }

    private static void WriteBits(MemoryStream file, string bits)
    {
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '1');
        foreach (var octet in bits.Chunk(8))
        {
            var value = System.Convert.ToByte(new string(octet), 2);
            file.WriteByte(value);
            if (value == 0xFF) file.WriteByte(0);
        }
    }
}
