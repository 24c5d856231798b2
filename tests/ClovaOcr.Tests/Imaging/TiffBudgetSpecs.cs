using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Tiff;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>What would keep a decoder busy, or fill the memory, far beyond what the file's bytes are worth.</summary>
public class TiffBudgetSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(0, 0, 1, 1)];
    private static readonly TiffSurgery Strips = new TiffRecipe(1, 8) { RowsPerStrip = 1 }.Encode(8, 1000, (x, y, _) => x + y);
    private static readonly TiffSurgery Tiles = new TiffRecipe(1, 8) { TileSide = 16 }.Encode(160, 160, (x, y, _) => x + y);
    private static readonly TiffSurgery Jpeg = JpegStrip([]);

    [Fact]
    public void Strips_that_share_their_bytes_are_refused() => AssertRefused(Shared(Strips, 273, 279), ClovaOcrErrorKind.CorruptImage, "share");

    [Fact]
    public void Tiles_that_share_their_bytes_are_refused() => AssertRefused(Shared(Tiles, 324, 325), ClovaOcrErrorKind.CorruptImage, "share");

    [Theory]
    [InlineData(1, 100_001)]
    [InlineData(100_001, 1)]
    public void A_side_that_no_scan_has_is_refused_before_memory_is_taken(int width, int height) =>
        AssertRefused(Strips.With(256, 4, width).With(257, 4, height).Join(), ClovaOcrErrorKind.FileTooLarge, "100,000");

    [Fact]
    public void A_strip_whose_JPEG_goes_over_it_again_and_again_is_refused() =>
        AssertRefused(JpegStrip(JpegScans.More(20)).Join(), ClovaOcrErrorKind.FileTooLarge, "scans");

    [Fact]
    public void A_strip_whose_JPEG_has_a_scan_or_two_more_is_masked() =>
        Assert.Equal((16, 16), (ImageMasker.Mask(Jpeg.Join(), Areas).Width, ImageMasker.Mask(JpegStrip(JpegScans.More(2)).Join(), Areas).Height));

    [Fact]
    public void JPEG_tables_of_many_kilobytes_for_each_strip_are_refused() =>
        AssertRefused(Jpeg.WithBytes(347, 7, [0xFF, 0xD8, .. Enumerable.Repeat<byte[]>([0xFF, 0xFE, 0x10, 0, .. new byte[0xFFE]], 5).SelectMany(bytes => bytes), 0xFF, 0xD9]).Join(), ClovaOcrErrorKind.MaskingUnsupported, "tables");

    [Fact]
    public void More_JPEG_tiles_than_any_picture_needs_are_refused()
    {
        var tiles = new TiffSurgery(false, Jpeg.Entries, [.. Enumerable.Repeat(new byte[] { 1 }, 26_000)])
            .With(256, 4, 16 * 26_000 / 16).With(257, 4, 16 * 16).Without(278).With(322, 4, 16).With(323, 4, 16);
        AssertRefused(tiles.Join(), ClovaOcrErrorKind.MaskingUnsupported, "more JPEGs", allocated: 20_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(32773)]
    public void A_turned_picture_of_many_pixels_and_few_bytes_is_refused_before_memory_is_taken(int compression)
    {
        var source = new TiffRecipe(0, 1).Encode(8, 8, (x, y, _) => x & y).With(259, 3, compression).With(274, 3, 6)
            .With(256, 4, 10_000).With(257, 4, 10_000).With(278, 4, 10_000).Join();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() => UprightCopy.Of(source, ImageHeader.Read(source)!));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(ClovaOcrErrorKind.CorruptImage, problem.Kind);
        Assert.Contains("less data", problem.Message, StringComparison.Ordinal);
    }

    // All strips or tiles are the first one's bytes.
    private static byte[] Shared(TiffSurgery file, int offsets, int lengths)
    {
        var bytes = file.Join();
        foreach (var tag in new[] { offsets, lengths })
        {
            var directory = BitConverter.ToInt32(bytes, 4);
            var entry = Enumerable.Range(0, BitConverter.ToUInt16(bytes, directory)).Select(i => directory + 2 + (i * 12)).Single(at => BitConverter.ToUInt16(bytes, at) == tag);
            var (count, place) = (BitConverter.ToInt32(bytes, entry + 4), BitConverter.ToInt32(bytes, entry + 8));
            for (var i = 0; i < count; i++) BitConverter.GetBytes(tag == offsets ? 8 : bytes.Length / count * 2).CopyTo(bytes, place + (i * 4));
        }

        return bytes;
    }

    private static TiffSurgery JpegStrip(IReadOnlyList<byte[]> scans) => new TiffSurgery(false, [], [JpegScans.Encode(16, 16, scans)])
        .With(256, 3, 16).With(257, 3, 16).With(258, 3, 8).With(259, 3, (int)TiffCompression.Jpeg).With(262, 3, 1).With(277, 3, 1).With(278, 4, 16);

    private static void AssertRefused(byte[] file, ClovaOcrErrorKind kind, string word, int allocated = 1_000_000)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, Areas));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, allocated);
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }
}
