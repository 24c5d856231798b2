using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A PNG of nothing but noise, made quickly: what is left after filtering is random, so nothing can be compressed.</summary>
internal sealed record PngNoise(int ColorType, int BitDepth, bool IsInterlaced)
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public byte[] Encode(int width, int height)
    {
        var channels = new PngRecipe(ColorType, BitDepth).Channels;
        var (random, rows) = (new Random(1), new MemoryStream());
        foreach (var (startX, startY, stepX, stepY) in IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            var row = new byte[1 + ((((width - startX + stepX - 1) / stepX * channels * BitDepth) + 7) / 8)];
            for (var y = startY; y < height; y += stepY)
            {
                random.NextBytes(row);
                row[0] = 1;
                rows.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)BitDepth, (byte)ColorType, (byte)(IsInterlaced ? 1 : 0));
        byte[] palette = [.. Enumerable.Range(0, ColorType == 3 ? 768 : 0).Select(i => (byte)(i * 7))];
        return PngSurgery.Join([("IHDR", header), .. palette.Length > 0 ? new[] { ("PLTE", palette) } : [], ("IDAT", PngRecipe.Zlib(rows.ToArray())), ("IEND", [])]);
    }
}
