using System;
using System.Buffers.Binary;
using System.Linq;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Tesseract;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Tesseract;

/// <summary>The pictures as they are handed to Tesseract.</summary>
public sealed class TiffSpecs
{
    [Fact]
    public void Each_page_is_one_strip_of_the_pictures_very_samples()
    {
        GrayImage[] pages = [Picture(3, 5), Picture(1, 1), Picture(40, 2)];
        var tiff = Tiff.Of(pages);
        var place = Int32(tiff, 4);
        foreach (var page in pages)
        {
            Assert.Equal(0, place % 2);
            Assert.Equal((page.Width, page.Height, 8, 1), (Value(tiff, place, 256), Value(tiff, place, 257), Value(tiff, place, 258), Value(tiff, place, 262)));
            Assert.Equal((1, 1, page.Height), (Value(tiff, place, 259), Value(tiff, place, 277), Value(tiff, place, 278)));
            Assert.Equal(page.Samples, tiff.AsSpan(Value(tiff, place, 273), Value(tiff, place, 279)));
            place = Int32(tiff, place + 2 + (12 * BinaryPrimitives.ReadInt16LittleEndian(tiff.AsSpan(place))));
        }

        Assert.Equal(0, place);
        Assert.Equal("II*\0"u8, tiff.AsSpan(0, 4));
    }

    [Fact]
    public void More_than_any_call_needs_is_refused_before_memory_is_taken_for_it()
    {
        var page = Picture(8192, 4096);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tiff.Of([.. Enumerable.Repeat(page, 1000)]));
    }

    private static GrayImage Picture(int width, int height) => new(width, height, [.. Enumerable.Range(0, width * height).Select(i => (byte)(i * 7))]);

    private static int Value(byte[] tiff, int directory, int tag)
    {
        var entries = BinaryPrimitives.ReadInt16LittleEndian(tiff.AsSpan(directory));
        var entry = Enumerable.Range(0, entries).Select(i => directory + 2 + (i * 12)).Single(entry => BinaryPrimitives.ReadInt16LittleEndian(tiff.AsSpan(entry)) == tag);
        return Int32(tiff, entry + 8);
    }

    private static int Int32(byte[] tiff, int place) => BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(place));
}
