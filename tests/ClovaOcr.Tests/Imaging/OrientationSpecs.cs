using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class OrientationSpecs
{
    public static TheoryData<int> All => [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>EXIF 2.32, tag 0x0112, in its own words: which visual side the 0th row and the 0th column are.</summary>
    public static (int X, int Y) PlaceByExif(int orientation, int column, int row, int storedWidth, int storedHeight)
    {
        var (firstRowIs, firstColumnIs) = orientation switch
        {
            1 => ("top", "left"),
            2 => ("top", "right"),
            3 => ("bottom", "right"),
            4 => ("bottom", "left"),
            5 => ("left", "top"),
            6 => ("right", "top"),
            7 => ("right", "bottom"),
            _ => ("left", "bottom"),
        };
        var (x, y) = (0, 0);
        Place(firstRowIs, row, storedHeight);
        Place(firstColumnIs, column, storedWidth);
        return (x, y);

        void Place(string side, int index, int count) => (x, y) = side switch
        {
            "top" => (x, index),
            "bottom" => (x, count - 1 - index),
            "left" => (index, y),
            _ => (count - 1 - index, y),
        };
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_middle_of_a_stored_pixel_goes_where_EXIF_says(int value)
    {
        var orientation = Orientation.FromExif(value);
        const int Width = 7, Height = 4;
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                var (x, y) = PlaceByExif(value, column, row, Width, Height);
                Assert.Equal(new(x + 0.5, y + 0.5), orientation.ToUpright(new PixelPoint(column + 0.5, row + 0.5), Width, Height));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Upright_and_back_is_the_same_point_wherever_it_is(int value)
    {
        var orientation = Orientation.FromExif(value);
        foreach (var point in new PixelPoint[] { new(0, 0), new(1600, 1008), new(-3, 12), new(1700, -0.5), new(3, 1008) })
        {
            Assert.Equal(point, orientation.ToStored(orientation.ToUpright(point, 1600, 1008), 1600, 1008));
            Assert.Equal(point, orientation.ToUpright(orientation.ToStored(point, 1600, 1008), 1600, 1008));
        }
    }

    [Property]
    public void Upright_and_back_is_the_same_area(PositiveInt value, NormalFloat x, NormalFloat y, PositiveInt width, PositiveInt height)
    {
        var orientation = Orientation.FromExif((value.Get % 8) + 1);
        var (left, top) = (Math.IEEERemainder(x.Get, 5000), Math.IEEERemainder(y.Get, 5000));
        var area = Polygon.Rectangle(left, top, left + 40, top + 10);
        var back = orientation.ToStored(orientation.ToUpright(area, width.Get, height.Get), width.Get, height.Get);
        for (var i = 0; i < 4; i++) Assert.True(area.Vertices[i].DistanceTo(back.Vertices[i]) < 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-1)]
    [InlineData(65535)]
    public void A_number_that_EXIF_does_not_know_means_upright(int value) => Assert.True(Orientation.FromExif(value).IsUpright);

    [Fact]
    public void Without_a_number_it_is_upright()
    {
        Assert.Equal(Orientation.FromExif(1), default);
        Assert.Equal(1, default(Orientation).ExifValue);
    }
}
