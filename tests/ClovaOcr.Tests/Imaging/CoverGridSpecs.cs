using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class CoverGridSpecs
{
    private const int Width = 100;
    private const int Height = 70;

    [Fact]
    public void A_cell_is_covered_when_an_area_meets_it()
    {
        var grid = Cover(8, 8, 0, Polygon.Rectangle(9, 9, 15, 15));
        Assert.Equal([new PixelRectangle(8, 8, 8, 8)], grid.Rectangles());
    }

    [Fact]
    public void A_cell_that_is_only_touched_is_covered()
    {
        var grid = Cover(8, 8, 0, Polygon.Rectangle(9, 9, 16, 15));
        Assert.Equal([new PixelRectangle(8, 8, 16, 8)], grid.Rectangles());
    }

    [Fact]
    public void Cells_at_the_edge_end_with_the_picture()
    {
        var grid = Cover(16, 16, 0, Polygon.Rectangle(90, 60, 500, 500));
        Assert.Equal([new PixelRectangle(80, 48, 20, 22)], grid.Rectangles());
    }

    [Fact]
    public void A_turned_area_covers_no_cell_that_only_its_bounds_meet()
    {
        var diamond = new Polygon([new(32, 2), new(62, 32), new(32, 62), new(2, 32)]);
        var grid = Cover(4, 4, 0, diamond);
        Assert.False(IsCovered(grid, 0, 0));
        Assert.True(IsCovered(grid, 32, 32));
    }

    [Fact]
    public void Overlapping_areas_give_rectangles_that_do_not_overlap()
    {
        var rectangles = Cover(8, 8, 0, Polygon.Rectangle(5, 5, 30, 30), Polygon.Rectangle(20, 20, 60, 40), Polygon.Rectangle(70, 22, 75, 25)).Rectangles();
        Assert.Equal(rectangles.Sum(r => r.Width * r.Height), rectangles.SelectMany(Pixels).Distinct().Count());
    }

    [Fact]
    public void Corners_in_an_odd_order_cover_what_lies_between_them()
    {
        var straight = Cover(1, 1, 0, Polygon.Rectangle(20, 20, 60, 40)).Rectangles();
        var crossed = Cover(1, 1, 0, new Polygon([new(20, 20), new(60, 40), new(60, 20), new(20, 40)])).Rectangles();
        Assert.Equal(straight, crossed);
    }

    [Theory]
    [InlineData(-50, 10, -1, 20)]
    [InlineData(100, 10, 120, 20)] // only touches the right edge
    [InlineData(10, 70, 20, 90)]
    [InlineData(10, 1e30, 20, 2e30)]
    public void An_area_without_a_pixel_of_the_picture_is_refused(double left, double top, double right, double bottom)
    {
        var problem = Assert.Throws<ClovaOcrException>(() => Cover(8, 8, 2, Polygon.Rectangle(30, 30, 40, 40), Polygon.Rectangle(left, top, right, bottom)));
        Assert.Equal(ClovaOcrErrorKind.ImageSizeMismatch, problem.Kind);
    }

    [Fact]
    public void An_area_larger_than_the_picture_covers_it_all()
    {
        Assert.Equal([new PixelRectangle(0, 0, Width, Height)], Cover(16, 8, 0, Polygon.Rectangle(-9999, -9999, 9999, 9999)).Rectangles());
    }

    [Property(MaxTest = 150)]
    public void A_cell_is_covered_exactly_when_the_hull_of_an_area_meets_it(int[] seeds, PositiveInt cell, PositiveInt grown)
    {
        var random = new Random(seeds.Aggregate(17, (a, b) => (a * 31) + b));
        var corners = Enumerable.Range(0, random.Next(3, 7)).Select(_ => new PixelPoint(random.Next(-200, 1200) / 8.0, random.Next(-200, 900) / 8.0)).ToArray();
        var (size, grow) = ((cell.Get % 17) + 1, grown.Get % 3);
        CoverGrid grid;
        try
        {
            grid = Cover(size, size, grow, new Polygon(corners));
        }
        catch (ClovaOcrException)
        {
            return;
        }

        for (var y = 0; y < Height; y += size)
        {
            for (var x = 0; x < Width; x += size)
            {
                var gap = Gap(corners, x - grow, y - grow, x + size + grow, y + size + grow);
                if (Math.Abs(gap) < 1e-5) continue;
                Assert.True(IsCovered(grid, x, y) == gap < 0, $"cell {x},{y} of {size}, grown {grow}, gap {gap}, corners {string.Join(' ', corners)}");
            }
        }
    }

    private static CoverGrid Cover(int cellWidth, int cellHeight, double grow, params Polygon[] areas) =>
        CoverGrid.Cover(Width, Height, cellWidth, cellHeight, areas, grow);

    private static bool IsCovered(CoverGrid grid, int x, int y) => Array.Exists(grid.PixelsOf(y), span => span.First <= x && x < span.End);

    private static IEnumerable<(int X, int Y)> Pixels(PixelRectangle r) =>
        from y in Enumerable.Range(r.Top, r.Height) from x in Enumerable.Range(r.Left, r.Width) select (x, y);

    // The largest gap along any axis that could part two convex shapes; negative when none does (the separating axis theorem).
    private static double Gap(PixelPoint[] corners, double left, double top, double right, double bottom)
    {
        PixelPoint[] cell = [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
        var axes = new List<PixelPoint> { new(1, 0), new(0, 1) };
        foreach (var a in corners)
            foreach (var b in corners.Where(b => b != a)) axes.Add(new(-(b.Y - a.Y) / a.DistanceTo(b), (b.X - a.X) / a.DistanceTo(b)));
        return axes.Max(axis =>
        {
            double[] first = [.. corners.Select(p => (p.X * axis.X) + (p.Y * axis.Y))], second = [.. cell.Select(p => (p.X * axis.X) + (p.Y * axis.Y))];
            return Math.Max(first.Min() - second.Max(), second.Min() - first.Max());
        });
    }
}
