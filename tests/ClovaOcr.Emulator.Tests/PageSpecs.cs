using System;
using System.Linq;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Pages by other programs, and what is to be seen on them.</summary>
public sealed class PageSpecs
{
    private static readonly string[] Lossy = ["jpeg", "inks", "cairo", "lossy"];

    public static TheoryData<string> Exact => [.. Of(isLossy: false)];

    public static TheoryData<string> Similar => [.. Of(isLossy: true)];

    public static TheoryData<string> Refused => [.. TestPages.Names("refused")];

    [Theory, MemberData(nameof(Exact))]
    public void A_page_without_loss_is_the_picture_pixel_for_pixel(string name)
    {
        using var shown = TestPages.Shown(name);
        using var page = TestPages.Decode(name, TestPages.BytesOf(name));
        Assert.NotNull(page);
        Assert.Equal((0, 0), TestPages.Difference(shown, page.Pixels));
    }

    [Theory, MemberData(nameof(Similar))]
    public void A_page_with_loss_is_the_picture_but_for_that(string name)
    {
        using var shown = TestPages.Shown(name);
        using var page = TestPages.Decode(name, TestPages.BytesOf(name));
        Assert.NotNull(page);
        Assert.InRange(page.Width, 90, 91);
        using var scaled = page.Pixels.Resize(shown.Info, new SKSamplingOptions(SKFilterMode.Nearest));
        Assert.InRange(TestPages.Difference(shown, scaled).Mean, 0, 4);
    }

    [Theory, MemberData(nameof(Refused))]
    public void What_no_scanner_writes_and_what_is_encrypted_is_not_read(string name) =>
        Assert.Null(TestPages.Decode(name, TestPages.BytesOf(name)));

    [Fact]
    public void A_TIFFs_orientation_is_not_looked_at()
    {
        var turned = TestPages.BytesOf("rgb-lzw-oriented.tif");
        var tag = turned.AsSpan().IndexOf<byte>([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0]);
        Assert.True(tag > 0);
        using var stored = TestPages.Tiff(turned);
        for (byte orientation = 1; orientation <= 8; orientation++)
        {
            turned[tag + 8] = orientation;
            using var page = TestPages.Tiff(turned);
            Assert.Equal((0, 0), TestPages.Difference(stored!.Pixels, page!.Pixels));
        }
    }

    [Theory]
    [InlineData("rgb-deflate-two-pages.tif")]
    [InlineData("rgb-flate-two-pages-qpdf.pdf")]
    public void Of_several_pages_the_first_is_read(string several)
    {
        using var page = TestPages.Decode(several, TestPages.BytesOf(several));
        using var first = TestPages.Shown("rgb");
        Assert.Equal((0, 0), TestPages.Difference(first, page!.Pixels));
    }

    [Fact]
    public void A_page_is_never_transparent()
    {
        foreach (var name in TestPages.Names().Where(name => !name.StartsWith("refused", StringComparison.Ordinal)))
        {
            using var page = TestPages.Decode(name, TestPages.BytesOf(name))!;
            Assert.Equal((name, SKColorType.Rgba8888, SKAlphaType.Opaque), (name, page.Pixels.ColorType, page.Pixels.AlphaType));
        }
    }

    private static string[] Of(bool isLossy) =>
        [.. TestPages.Names().Where(name => !name.StartsWith("refused", StringComparison.Ordinal) && !name.StartsWith("card", StringComparison.Ordinal))
            .Where(name => Lossy.Any(word => name.Contains(word, StringComparison.Ordinal)) == isLossy)];
}
