using System;
using System.Linq;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Files that were cut off, or of which bytes were changed.</summary>
public sealed class PageDamageSpecs
{
    private static readonly string[] Whole = [.. TestPages.Names().Where(name => !name.StartsWith("card", StringComparison.Ordinal))];

    [Fact]
    public void A_TIFF_that_was_cut_off_within_its_pixels_is_not_read()
    {
        foreach (var name in new[] { "rgb-none.tif", "rgb-lzw-predicted.tif", "rgb-jpeg-strips.tif", "gray-packbits.tif", "bits-group-4.tif" })
        {
            var file = TestPages.BytesOf(name);
            for (var length = 0; length < file.Length - 8; length += 1 + (file.Length / 40))
                Assert.True(TestPages.Decode(name, file[..length]) is null, $"{name} cut at {length}");
        }
    }

    [Fact]
    public void A_PDF_that_was_cut_off_is_not_shown_as_if_it_were_whole()
    {
        foreach (var name in new[] { "rgb-flate-img2pdf.pdf", "rgb-jpeg-img2pdf.pdf", "bits-group-4-img2pdf.pdf", "rgb-flate-linearized-qpdf.pdf" })
        {
            using var whole = TestPages.Decode(name, TestPages.BytesOf(name));
            var file = TestPages.BytesOf(name);
            for (var length = 0; length < file.Length - 40; length += 1 + (file.Length / 40))
            {
                using var cut = TestPages.Decode(name, file[..length]);
                Assert.True(cut is null || IsWhiteOrSame(cut.Pixels, whole!.Pixels), $"{name} cut at {length}");
            }
        }
    }

    [Fact]
    public void Changed_bytes_never_cause_more_than_a_picture_that_is_not_read()
    {
        var random = new Random(11);
        foreach (var name in Whole)
        {
            var file = TestPages.BytesOf(name);
            for (var i = 0; i < 40; i++)
            {
                var changed = file.ToArray();
                for (var j = random.Next(1, 4); j > 0; j--) changed[PlaceIn(changed, random, i)] = Other(random);
                using var picture = TestPages.Decode(name, changed);
                Assert.True(picture is null || (long)picture.Width * picture.Height <= 100_000_000);
            }
        }
    }

    private static bool IsWhiteOrSame(SkiaSharp.SKBitmap cut, SkiaSharp.SKBitmap whole) =>
        cut.Pixels.All(pixel => pixel == SkiaSharp.SKColors.White) || TestPages.Difference(cut, whole) == (0, 0);

    // Half of the changes go where directories and tables mostly are.
    private static int PlaceIn(byte[] file, Random random, int turn) =>
        turn % 2 == 0 ? random.Next(file.Length) : Math.Max(0, file.Length - 1 - random.Next(300));

    private static byte Other(Random random) => random.Next(4) switch
    {
        0 => 0xFF,
        1 => 0,
        2 => (byte)random.Next('0', '9' + 1),
        _ => (byte)random.Next(256),
    };
}
