using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>Pictures as the pages of one uncompressed TIFF (TIFF 6.0, Section 4, Grayscale Images).</summary>
internal static class Tiff
{
    // A card at 1200 dpi and all its lines once more have less.
    private const int MaximumSamples = 64 * 1024 * 1024;

    private const int HeaderSize = 8;
    private const int EntrySize = 12;
    private const int Entries = 9;
    private const int DirectorySize = 2 + (Entries * EntrySize) + 4;
    private const int Short = 3;
    private const int Long = 4;

    /// <summary>Writes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pictures are too large together.</exception>
    public static byte[] Of(IReadOnlyList<GrayImage> pages)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages.Sum(page => (long)page.Width * page.Height), MaximumSamples, nameof(pages));
        var sizes = pages.Select(page => DirectorySize + Even(page.Samples.Length)).ToArray();
        var file = new byte[HeaderSize + sizes.Sum()];
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), HeaderSize);
        var start = HeaderSize;
        for (var i = 0; i < pages.Count; i++)
        {
            var end = start + sizes[i];
            WritePage(pages[i], file.AsSpan(start, sizes[i]), start, i == pages.Count - 1 ? 0 : end);
            start = end;
        }

        return file;
    }

    private static void WritePage(GrayImage page, Span<byte> into, int start, int next)
    {
        BinaryPrimitives.WriteInt16LittleEndian(into, Entries);
        var rest = into[2..];
        foreach (var (tag, type, value) in Directory(page, start + DirectorySize))
        {
            BinaryPrimitives.WriteInt16LittleEndian(rest, tag);
            BinaryPrimitives.WriteInt16LittleEndian(rest[2..], type);
            BinaryPrimitives.WriteInt32LittleEndian(rest[4..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(rest[8..], value);
            rest = rest[EntrySize..];
        }

        BinaryPrimitives.WriteInt32LittleEndian(rest, next);
        page.Samples.CopyTo(rest[4..]);
    }

    private static (short Tag, short Type, int Value)[] Directory(GrayImage page, int strip) =>
    [
        (256, Long, page.Width),
        (257, Long, page.Height),
        (258, Short, 8), // bits of a sample
        (259, Short, 1), // not compressed
        (262, Short, 1), // 0 is black
        (273, Long, strip), // the one strip's place
        (277, Short, 1), // samples of a pixel
        (278, Long, page.Height), // rows of the strip
        (279, Long, page.Samples.Length), // bytes of the strip
    ];

    // A directory begins on a word boundary.
    private static int Even(int size) => size + (size & 1);
}
