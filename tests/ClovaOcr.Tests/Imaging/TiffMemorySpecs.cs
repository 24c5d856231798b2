using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Tiff;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class TiffMemorySpecs
{
    private const int Width = 600;
    private const int Height = 500;

    [Theory]
    [InlineData(2, 8, 0, 1, false)]
    [InlineData(2, 8, 0, 5, false)]
    [InlineData(2, 8, 0, 8, false)]
    [InlineData(2, 8, 0, 32773, false)]
    [InlineData(2, 8, 1, 5, true)]
    [InlineData(5, 8, 0, 5, true)]
    [InlineData(1, 16, 0, 5, false)]
    [InlineData(1, 8, 0, 1, true)]
    [InlineData(0, 1, 0, 4, false)]
    public void All_that_masking_and_proving_takes_is_less_than_24_bytes_a_pixel_and_some(int color, int bits, int extra, int compression, bool isTiled)
    {
        // Noise: the copy is as large as its pixels, and so is the source, which is in memory too.
        var recipe = new TiffRecipe(color, bits, extra) { TileSide = isTiled ? 256 : 0 };
        ImageMasker.Mask(Noise(recipe, compression, 40, 40), [Polygon.Rectangle(4, 4, 9, 9)]);
        var source = Noise(recipe, compression, Width, Height);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ImageMasker.Mask(source, [Polygon.Rectangle(200, 150, 400, 250)]);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(taken + source.Length, 0, (24L * Width * Height) + (3 << 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_brightness_takes_little_more_than_its_samples(int compression)
    {
        var source = Noise(new TiffRecipe(2, 8), compression, Width, Height);
        TiffGray.Read(source, 300);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TiffGray.Read(source, 300);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    private static byte[] Noise(TiffRecipe recipe, int compression, int width, int height)
    {
        var random = new Random(width);
        var layout = TiffFile.Read(recipe.Encode(1, 1, (_, _, _) => 0).Join()).Layout with { Width = width, Height = height, Compression = (TiffCompression)compression };
        if (!layout.IsTiled) layout = layout with { SegmentWidth = width, SegmentHeight = height };
        var file = new TiffWriter();
        foreach (var segment in layout.Segments())
        {
            var writer = new TiffSegmentWriter(layout, file.BeginSegment(), segment);
            var line = new byte[layout.LineBytes(segment.Width)];
            for (var row = 0; row < segment.Height; row++)
            {
                random.NextBytes(line);
                writer.Write(line);
            }

            writer.Finish();
        }

        return file.Finish(layout, [], TiffFile.Read(recipe.Encode(1, 1, (_, _, _) => 0).Join()).Metadata);
    }
}
