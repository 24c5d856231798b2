using System;
using System.Linq;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Upright;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class HomographySpecs
{
    private static readonly Quad Upright = new(new(0, 0), new(1400, 0), new(1400, 883), new(0, 883));
    private static readonly Quad Photographed = new(new(412, 305), new(1390, 388), new(1345, 1010), new(370, 902));

    [Fact]
    public void Each_corner_goes_to_the_same_corner_of_the_other_area()
    {
        var other = new Quad(new(10, 20), new(900, -15), new(950, 640), new(-30, 600));
        AssertSame(other, Photographed.Select(Homography.Between(Photographed, other).Map));
    }

    [Fact]
    public void Points_on_a_line_stay_on_a_line()
    {
        var map = Homography.Between(Photographed, Upright);
        var (a, b, c) = (map.Map(new(400, 500)), map.Map(new(700, 600)), map.Map(new(1300, 800)));
        Assert.Equal((b.Y - a.Y) / (b.X - a.X), (c.Y - a.Y) / (c.X - a.X), 9);
    }

    [Fact]
    public void The_middle_of_a_card_in_perspective_is_where_its_diagonals_cross()
    {
        var crossing = Homography.Between(Upright, Photographed).Map(new Point(700, 441.5));
        Assert.Equal(Slope(Photographed.UpperLeft, Photographed.LowerRight), Slope(Photographed.UpperLeft, crossing), 9);
        Assert.Equal(Slope(Photographed.LowerLeft, Photographed.UpperRight), Slope(Photographed.LowerLeft, crossing), 9);
    }

    [Fact]
    public void The_way_back_undoes_the_way_there()
    {
        var map = Homography.Between(Photographed, Upright);
        var there = map.Map(new Point(801, 555));
        var back = Homography.Between(Upright, Photographed).Map(there);
        Assert.Equal(801, back.X, 6);
        Assert.Equal(555, back.Y, 6);
    }

    [Fact]
    public void What_is_drawn_by_its_matrix_lands_where_its_points_land()
    {
        var map = Homography.Between(Photographed, Upright);
        var drawn = map.ToMatrix().MapPoint(new SKPoint(801, 555));
        var mapped = map.Map(new Point(801, 555));
        Assert.Equal(mapped.X, drawn.X, 0.01);
        Assert.Equal(mapped.Y, drawn.Y, 0.01);
    }

    [Fact]
    public void Corners_on_a_line_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Homography.Between(new(new(0, 0), new(10, 0), new(20, 0), new(5, 9)), Upright));
        Assert.Throws<ArgumentException>(() => Homography.Between(new(new(3, 3), new(3, 3), new(3, 3), new(3, 3)), Upright));
    }

    private static double Slope(Point a, Point b) => (b.Y - a.Y) / (b.X - a.X);

    private static void AssertSame(Quad expected, Quad actual)
    {
        foreach (var (one, other) in expected.Corners.Zip(actual.Corners))
        {
            Assert.Equal(one.X, other.X, 6);
            Assert.Equal(one.Y, other.Y, 6);
        }
    }
}
