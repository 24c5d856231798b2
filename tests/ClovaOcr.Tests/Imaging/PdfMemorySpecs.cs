using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PdfMemorySpecs
{
    private const int Width = 900;
    private const int Height = 700;

    /// <summary>Noise: the copy is as large as its pixels, and so is the source, which is in memory too.</summary>
    [Theory]
    [InlineData("/DeviceGray", 1, 8)]
    [InlineData("/DeviceRGB", 3, 8)]
    [InlineData("/DeviceCMYK", 4, 8)]
    [InlineData("/DeviceRGB", 3, 16)]
    public void What_masking_and_proving_have_in_use_is_within_the_budget(string space, int samples, int bits)
    {
        var random = new Random(7);
        var recipe = new PdfRecipe { Width = Width, Height = Height, ColorSpace = space, Bits = bits, Filter = "/Filter /FlateDecode" };
        var data = new byte[Width * Height * samples * bits / 8];
        random.NextBytes(data);
        var source = (recipe with { Data = PngRecipe.Zlib(data) }).Encode();
        Polygon[] areas = [Polygon.Rectangle(200, 150, 500, 250)];

        // All that is ever taken is more than what is in use at any time; some of it is for parts that are used once and let go.
        ImageMasker.Mask(new PdfRecipe().With(1, (x, _, _) => x).Encode(), [Polygon.Rectangle(4, 4, 9, 9)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ImageMasker.Mask(source, areas);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before + source.Length, 0, ImageHeader.MemoryBudget(Width, Height));
    }

    [Fact]
    public void A_picture_of_16_bits_that_would_take_more_is_refused_before()
    {
        var file = new PdfRecipe { Width = 3000, Height = 2000, Bits = 16, ColorSpace = "/DeviceCMYK" }.Encode();
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, [Polygon.Rectangle(4, 4, 9, 9)]));
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, problem.Kind);
        Assert.Contains("16 bits", problem.Message, StringComparison.Ordinal);
    }
}
