using System;
using System.IO;
using System.Linq;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Tiff;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class TiffGraySpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff");

    [Theory]
    [InlineData("gray-none", "gray-lzw", 0)]
    [InlineData("gray-none", "gray-zip-predicted", 0)]
    [InlineData("gray-none", "gray-packbits-tiles", 0)]
    [InlineData("gray-none", "gray16-none-big-endian", 0)]
    [InlineData("gray-none", "gray16-zip-predicted-big-endian", 0)]
    [InlineData("gray-none", "gray4-lzw", 16)]
    [InlineData("gray-none", "gray-jpeg", 40)]
    [InlineData("rgb-none", "rgb-lzw-planes-tiles", 0)]
    [InlineData("rgb-none", "rgb-packbits-planes", 0)]
    [InlineData("rgb-none", "rgb16-zip-planes", 0)]
    [InlineData("rgb-none", "cmyk-lzw", 3)]
    [InlineData("rgb-none", "rgb-jpeg-planes", 60)]
    [InlineData("rgb-none", "ycbcr-jpeg-strips", 60)]
    [InlineData("bits-g4", "bits-g3-2d", 0)]
    [InlineData("bits-g4", "bits-lzw-black", 0)]
    public void A_picture_is_as_bright_whatever_way_it_is_stored(string one, string other, int tolerance)
    {
        var (a, b) = (Read(one, 1000), Read(other, 1000));
        Assert.Equal((61, 45, 1), (a.Width, a.Height, a.Scale));
        Assert.Equal((61, 45), (b.Width, b.Height));

        // Within the secret there is noise, of which a JPEG makes what it can.
        foreach (var (y, x) in from y in Enumerable.Range(0, 45) from x in Enumerable.Range(0, 61) where x is < 16 or > 47 || y is < 8 or > 31 select (y, x))
            Assert.InRange(Math.Abs(a.Row(y)[x] - b.Row(y)[x]), 0, tolerance);
    }

    [Fact]
    public void Samples_are_those_of_the_drawing()
    {
        var file = new TiffRecipe(2, 8).Encode(9, 7, (x, y, channel) => channel == 0 ? x * 20 : y * 30).Join();
        var gray = TiffGray.Read(file, 100);
        for (var y = 0; y < 7; y++)
            for (var x = 0; x < 9; x++) Assert.Equal((0.299 * x * 20) + (0.701 * y * 30), gray.Row(y)[x], 1.5);

        var white = new TiffRecipe(0, 2).Encode(9, 7, (x, _, _) => x % 4).Join();
        Assert.Equal([255, 170, 85, 0], TiffGray.Read(white, 100).Row(0)[..4].ToArray());
    }

    [Fact]
    public void A_large_picture_is_scaled_down()
    {
        var gray = Read("rgb-zip-tiles", 20);
        Assert.Equal((4, 16, 12), (gray.Scale, gray.Width, gray.Height));
    }

    [Fact]
    public void What_is_seen_through_lies_on_white()
    {
        var file = new TiffRecipe(1, 8, Extra: 1).Encode(4, 1, (x, _, channel) => channel == 1 ? x * 85 : 0).Join();
        Assert.Equal([255, 170, 85, 0], TiffGray.Read(file, 100).Row(0).ToArray());
    }

    private static GrayPicture Read(string kind, int largestSide) => TiffGray.Read(File.ReadAllBytes(Path.Combine(Folder, kind + "-a.tif")), largestSide);
}
