using System;
using System.Linq;
using System.Runtime.InteropServices;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Finding;
using ClovaOcr.Emulator.Reading.Print.Upright;
using FsCheck.Xunit;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class CardFinderSpecs
{
    // Parts of the card's width, and degrees.
    private const double Near = 0.025;
    private const double Level = 1;

    private const string Old = "ac-05-tilted.jpg";
    private const string New = "ac-12-new-layout.jpg";

    [Fact]
    public void The_card_is_found_in_each_specimen()
    {
        foreach (var specimen in TestPictures.Specimens)
        {
            using var picture = Picture.Decode(TestPictures.BytesOf(specimen))!;
            var corners = TestPictures.Truth(specimen)["card"]!.AsArray().Select(at => new Point((double)at![0]!, (double)at[1]!)).ToArray();
            AssertFound(new(corners[0], corners[1], corners[2], corners[3]), CardFinder.Find(picture)[0]);
        }
    }

    [Theory]
    [InlineData(Bed.White), InlineData(Bed.Gray), InlineData(Bed.Wood), InlineData(Bed.Dark), InlineData(Bed.Cloth)]
    public void The_card_is_found_on_any_bed(Bed bed)
    {
        AssertFound(new(Old, 1000, 750, 640) { Bed = bed, Tilt = 3, Seed = 21 });
        AssertFound(new(New, 1000, 750, 640) { Bed = bed, Tilt = -4, Perspective = 0.02, Noise = 5, Quality = 60, Seed = 22 });
    }

    [Theory]
    [InlineData(-45), InlineData(-20), InlineData(-10), InlineData(-1), InlineData(0), InlineData(7), InlineData(10), InlineData(30), InlineData(45)]
    public void The_card_is_found_at_any_angle(double tilt) => AssertFound(new(New, 1000, 800, 600) { Tilt = tilt, Seed = 23 });

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void The_card_is_found_in_a_picture_stored_turned(int turns) => AssertFound(new(Old, 1000, 750, 700) { Turns = turns, Tilt = 5, Seed = 24 });

    [Theory]
    [InlineData(31), InlineData(32), InlineData(33), InlineData(34)]
    public void The_card_is_found_in_perspective(int seed) => AssertFound(new(New, 1000, 800, 650) { Perspective = 0.04, Tilt = 2, Seed = seed });

    [Theory]
    [InlineData(Bed.White), InlineData(Bed.Gray), InlineData(Bed.Wood), InlineData(Bed.Dark)]
    public void The_card_is_found_among_other_things_under_bad_light(Bed bed) =>
        AssertFound(new(Old, 1200, 900, 600) { Bed = bed, Tilt = -6, Clutter = true, Lights = true, Middle = (0.4, 0.6), Seed = 25 });

    [Theory]
    [InlineData(3000, 2250, 900), InlineData(1000, 650, 960), InlineData(400, 300, 300)]
    public void The_card_is_found_large_and_small(int width, int height, int cardWidth) => AssertFound(new(New, width, height, cardWidth) { Tilt = 1, Seed = 26 });

    [Fact]
    public void The_card_is_found_without_colours()
    {
        var (picture, card) = new CardScene(Old, 1000, 750, 640) { Bed = Bed.Wood, Tilt = 3, Seed = 27 }.Take();
        using (picture)
        {
            var gray = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque));
            for (var y = 0; y < gray.Height; y++) picture.Luminance.Row(y).CopyTo(MemoryMarshal.AsBytes(gray.GetPixelSpan()).Slice(y * gray.RowBytes, gray.Width));
            using var uncoloured = new Picture(gray);
            AssertFound(card, CardFinder.Find(uncoloured)[0]);
        }
    }

    [Theory]
    [InlineData(1, 1), InlineData(1, 5000), InlineData(5000, 1), InlineData(2, 2), InlineData(3, 40), InlineData(640, 480)]
    public void Where_there_is_nothing_to_see_the_whole_picture_is_the_only_candidate(int width, int height)
    {
        foreach (var colour in new[] { SKColors.White, SKColors.Black, SKColors.LightSteelBlue })
        {
            using var picture = Plain(width, height, colour);
            AssertWhole(Assert.Single(CardFinder.Find(picture)), width, height);
        }
    }

    [Fact]
    public void The_whole_picture_is_the_last_candidate()
    {
        var (picture, _) = new CardScene(Old, 1000, 750, 640) { Tilt = 3, Seed = 28 }.Take();
        using (picture)
        {
            var found = CardFinder.Find(picture);
            Assert.InRange(found.Count, 2, 4);
            AssertWhole(found[^1], 1000, 750);
        }
    }

    [Property(MaxTest = 40)]
    public void Whatever_the_picture_is_there_are_one_to_four_areas_that_can_be_made_upright(byte wide, byte high, int seed)
    {
        using var picture = Scribble(1 + (wide * 2), 1 + (high * 2), new Random(seed));
        var found = CardFinder.Find(picture);
        Assert.InRange(found.Count, 1, 4);
        AssertWhole(found[^1], picture.Width, picture.Height);
        Assert.All(found, area => AssertSane(area, picture));
    }

    private static void AssertFound(CardScene scene)
    {
        var (picture, card) = scene.Take();
        using (picture) AssertFound(card, CardFinder.Find(picture)[0]);
    }

    private static void AssertFound(Quad card, Quad found)
    {
        var (expected, corners) = (card.Corners.ToArray(), found.Corners.ToArray());
        var first = Distance(corners[0], expected[0]) < Distance(corners[2], expected[0]) ? 0 : 2;
        var width = Distance(expected[0], expected[1]);
        for (var i = 0; i < 4; i++) Assert.InRange(Distance(corners[(i + first) % 4], expected[i]) / width, 0, Near);

        // Made upright by what was found, the card's own long sides are level.
        var upright = Homography.Between(found, new(new(0, 0), new(1400, 0), new(1400, 883), new(0, 883)));
        Assert.InRange(Slant(upright.Map(expected[0]), upright.Map(expected[1])), 0, Level);
        Assert.InRange(Slant(upright.Map(expected[3]), upright.Map(expected[2])), 0, Level);
    }

    private static void AssertWhole(Quad area, int width, int height)
    {
        Assert.Equal([0, 0, width, width], area.Corners.Select(corner => corner.X).Order());
        Assert.Equal([0, 0, height, height], area.Corners.Select(corner => corner.Y).Order());
        Assert.Equal(Math.Max(width, height), Distance(area.UpperLeft, area.UpperRight));
    }

    private static void AssertSane(Quad area, Picture picture)
    {
        var corners = area.Corners.ToArray();
        for (var i = 0; i < 4; i++)
        {
            var (a, b, c) = (corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]);
            Assert.True(((b.X - a.X) * (c.Y - b.Y)) - ((b.Y - a.Y) * (c.X - b.X)) > 0, "It is not convex, or not clockwise.");
            Assert.InRange(a.X, -0.2 * picture.Width, 1.2 * picture.Width);
            Assert.InRange(a.Y, -0.2 * picture.Height, 1.2 * picture.Height);
        }

        Assert.True(Distance(corners[0], corners[1]) + Distance(corners[2], corners[3]) >= Distance(corners[1], corners[2]) + Distance(corners[3], corners[0]));
    }

    private static double Slant(Point from, Point to)
    {
        var degrees = Math.Abs(Math.Atan2(to.Y - from.Y, to.X - from.X)) * 180 / Math.PI;
        return Math.Min(degrees, 180 - degrees);
    }

    private static double Distance(Point a, Point b) => Math.Sqrt(((b.X - a.X) * (b.X - a.X)) + ((b.Y - a.Y) * (b.Y - a.Y)));

    private static Picture Plain(int width, int height, SKColor colour)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(colour);
        return new(bitmap);
    }

    // Noise, or rectangles and lines without any order.
    private static Picture Scribble(int width, int height, Random random)
    {
        var picture = Plain(width, height, SKColors.Gray);
        if (random.Next(3) == 0)
        {
            random.NextBytes(MemoryMarshal.AsBytes(picture.Pixels.GetPixelSpan()));
            return picture;
        }

        using var canvas = new SKCanvas(picture.Pixels);
        using var paint = new SKPaint { StrokeWidth = 2 };
        for (var i = random.Next(40); i > 0; i--)
        {
            paint.Color = new SKColor((uint)random.Next() | 0xFF000000u);
            canvas.RotateDegrees(random.Next(-10, 10));
            if (random.Next(2) == 0) canvas.DrawLine(random.Next(width), random.Next(height), random.Next(width), random.Next(height), paint);
            else canvas.DrawRect(random.Next(width), random.Next(height), random.Next(width), random.Next(height), paint);
        }

        return picture;
    }
}
