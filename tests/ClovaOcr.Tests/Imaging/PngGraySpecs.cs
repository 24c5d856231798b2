using System;
using System.IO;
using ClovaOcr.Imaging.Png;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PngGraySpecs
{
    public static TheoryData<string> Kinds => PngCorpusSpecs.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_brightness_is_that_of_the_pixels_on_white(string kind)
    {
        var source = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "png", $"{kind}.a.png"));
        var (gray, pixels) = (PngGray.Read(source, 100), new PngSamples(source));
        Assert.Equal((pixels.Width, pixels.Height, 1), (gray.Width, gray.Height, gray.Scale));
        var largest = pixels.ColorType == 3 ? 255.0 : (1 << pixels.Depth) - 1;
        for (var y = 0; y < gray.Height; y++)
        {
            for (var x = 0; x < gray.Width; x++)
            {
                var pixel = pixels[x, y];
                var color = pixel.Length > 2 ? (0.299 * pixel[0]) + (0.587 * pixel[1]) + (0.114 * pixel[2]) : pixel[0];
                Assert.Equal(255 * (1 + ((color / largest - 1) * pixel[^1] / largest)), gray.Row(y)[x], 3.0);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_is_scaled_down_to_the_side_that_is_asked_for(bool isInterlaced)
    {
        var source = new PngRecipe(0, 8, isInterlaced).Encode(40, 20, (x, _, _) => x < 20 ? 0 : 200);
        var gray = PngGray.Read(source, 10);
        Assert.Equal((10, 5, 4), (gray.Width, gray.Height, gray.Scale));
        Assert.Equal([0, 0, 0, 0, 0, 200, 200, 200, 200, 200], gray.Row(4).ToArray());
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(0, 8, 7)]
    [InlineData(0, 16, 770)]
    [InlineData(2, 8, 7)]
    [InlineData(2, 16, 770)]
    public void The_one_transparent_colour_is_white_and_no_other(int colorType, int depth, int clear)
    {
        var recipe = new PngRecipe(colorType, depth);
        var stated = new byte[recipe.Channels * 2];
        for (var i = 0; i < stated.Length; i += 2) (stated[i], stated[i + 1]) = ((byte)(clear >> 8), (byte)clear);

        // In colour, pixels of the second row have one sample of another value.
        var source = (recipe with { Before = [("tRNS", stated)] }).Encode(4, 2, (x, y, channel) => x == 1 ? clear + (y == 1 && channel == 0 ? 1 : 0) : 0);
        var gray = PngGray.Read(source, 10);
        Assert.Equal([0, 255, 0, 0], gray.Row(0).ToArray());
        Assert.InRange(gray.Row(1)[1], 0, 254);
    }

    [Fact]
    public void What_the_masker_refuses_is_refused_here()
    {
        var good = new PngRecipe(2, 8).Encode(20, 20, (x, y, _) => x * y);
        foreach (var bad in new[] { PngSurgery.With(good, "IEND", "fdAT", 0), good.AsSpan(0, good.Length - 20).ToArray(), PngSurgery.Change(good, "IDAT", data => data[^1] ^= 1) })
            Assert.Throws<ClovaOcrException>(() => PngGray.Read(bad, 100));
    }
}
