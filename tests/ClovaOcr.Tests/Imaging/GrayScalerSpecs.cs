using System;
using System.Linq;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class GrayScalerSpecs
{
    [Theory]
    [InlineData(10, 6, 10, 1)]
    [InlineData(10, 6, 9, 2)]
    [InlineData(11, 7, 4, 3)]
    [InlineData(7, 11, 4, 3)]
    public void A_sample_is_the_mean_of_its_square(int width, int height, int largestSide, int scale)
    {
        var pixels = Enumerable.Range(0, width * height).Select(i => (byte)(i * 37)).ToArray();
        var scaler = new GrayScaler(width, height, largestSide);
        for (var y = 0; y < height; y++) scaler.Add(pixels.AsSpan(y * width, width));
        var picture = scaler.Finish();

        Assert.Equal((scale, (width + scale - 1) / scale, (height + scale - 1) / scale), (picture.Scale, picture.Width, picture.Height));
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var square =
                    from row in Enumerable.Range(y * scale, scale).Where(row => row < height)
                    from column in Enumerable.Range(x * scale, scale).Where(column => column < width)
                    select (double)pixels[(row * width) + column];
                Assert.Equal(square.Average(), picture.Row(y)[x], 0.5);
            }
        }
    }

    [Fact]
    public void A_picture_without_its_last_row_is_not_handed_out()
    {
        var scaler = new GrayScaler(3, 2, 3);
        scaler.Add([1, 2, 3]);
        Assert.Throws<InvalidOperationException>(scaler.Finish);
    }
}
