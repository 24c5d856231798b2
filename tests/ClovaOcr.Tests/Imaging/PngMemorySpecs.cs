using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PngMemorySpecs
{
    private const int Width = 800;
    private const int Height = 600;

    [Theory]
    [InlineData(6, 16, false)]
    [InlineData(6, 16, true)]
    [InlineData(3, 8, false)]
    public void All_that_masking_and_proving_takes_is_less_than_24_bytes_a_pixel_and_some(int colorType, int depth, bool isInterlaced)
    {
        // Noise: the copy is as large as its pixels, and so is the source, which is in memory too.
        var source = new PngNoise(colorType, depth, isInterlaced).Encode(Width, Height);
        Polygon[] areas = [Polygon.Rectangle(200, 150, 500, 250)];
        ImageMasker.Mask(new PngNoise(colorType, depth, isInterlaced).Encode(40, 40), [Polygon.Rectangle(4, 4, 9, 9)]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ImageMasker.Mask(source, areas);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(taken + source.Length, 0, (24L * Width * Height) + (3 << 20));
        Assert.True(taken + source.Length < ImageHeader.MemoryBudget(Width, Height));
    }

    [Theory]
    [InlineData(100_001, 2)]
    [InlineData(2, 100_001)]
    public void A_side_that_no_scan_has_is_refused_before_memory_is_taken(int width, int height)
    {
        var source = new PngRecipe(0, 8).Encode(width, height, (_, _, _) => 0);
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(source, [Polygon.Rectangle(0, 0, 1, 1)]));
        Assert.Equal(ClovaOcrErrorKind.FileTooLarge, problem.Kind);
        Assert.Contains("100,000", problem.Message, StringComparison.Ordinal);
    }
}
