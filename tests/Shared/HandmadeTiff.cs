using System.Collections.Generic;
using System.IO;
using SkiaSharp;

namespace ClovaOcr.Tests;

/// <summary>TIFFs without compression, in one strip.</summary>
internal static class HandmadeTiff
{
    /// <summary>A picture.</summary>
    public static byte[] Of(SKBitmap picture)
    {
        var samples = new byte[picture.Width * picture.Height * 3];
        var i = 0;
        foreach (var pixel in picture.Pixels) (samples[i++], samples[i++], samples[i++]) = (pixel.Red, pixel.Green, pixel.Blue);
        return Write(picture.Width, picture.Height, 3, samples, []);
    }

    /// <summary>A black picture, with further entries or other ones in its directory.</summary>
    public static byte[] Gray(int width, int height, params (int Tag, int Type, int Count, int Value)[] entries) =>
        Write(width, height, 1, new byte[width * height], entries);

    private static byte[] Write(int width, int height, int samplesPerPixel, byte[] samples, (int Tag, int Type, int Count, int Value)[] others)
    {
        const int Header = 8;
        var entries = new SortedDictionary<int, (int Type, int Count, int Value)>
        {
            [256] = (4, 1, width),
            [257] = (4, 1, height),

            // One number for all samples: readers that are strict want one for each.
            [258] = (3, 1, 8),
            [259] = (3, 1, 1),
            [262] = (3, 1, samplesPerPixel == 3 ? 2 : 1),
            [273] = (4, 1, Header),
            [277] = (3, 1, samplesPerPixel),
            [278] = (4, 1, height),
            [279] = (4, 1, samples.Length),
        };
        foreach (var (tag, type, count, value) in others) entries[tag] = (type, count, value);

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(Header + samples.Length + (samples.Length % 2));
        writer.Write(samples);
        if (samples.Length % 2 == 1) writer.Write((byte)0);
        writer.Write((short)entries.Count);
        foreach (var (tag, entry) in entries)
        {
            writer.Write((short)tag);
            writer.Write((short)entry.Type);
            writer.Write(entry.Count);
            writer.Write(entry.Value);
        }

        writer.Write(0);
        writer.Flush();
        return file.ToArray();
    }
}
