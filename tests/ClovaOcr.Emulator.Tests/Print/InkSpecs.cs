using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Upright;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>From paper to marks: what is ink, and which of it hangs together.</summary>
public sealed class InkSpecs
{
    [Fact]
    public void A_shadow_goes_away_and_the_print_stays()
    {
        // Strokes 4 pixels wide; the light falls from 250 at the left to three fifths of it.
        var shaded = Drawing.Of(300, 120, (x, y) => (250 - (x * 0.35)) * (x % 40 < 4 && y is > 20 and < 100 ? 0.2 : 1));
        var white = Paper.Whiten(shaded);
        for (var x = 0; x < 300; x++)
        {
            Assert.InRange(white[x, 60], x % 40 < 4 ? 0 : 225, x % 40 < 4 ? 80 : 255);
            Assert.InRange(white[x, 10], 225, 255);
        }
    }

    [Theory]
    [InlineData(1, 1), InlineData(1, 90), InlineData(90, 1), InlineData(7, 9)]
    public void A_picture_smaller_than_the_windows_is_no_trouble(int width, int height)
    {
        var paper = Drawing.Of(width, height, (_, _) => 130);
        Assert.All(Paper.Whiten(paper).Samples.ToArray(), pixel => Assert.InRange(pixel, 250, 255));
        Assert.Empty(Marks.Find(InkMask.Of(paper), 100));
        Assert.Empty(TextLines.Find(InkMask.Of(paper)));
    }

    [Fact]
    public void Black_paper_is_no_trouble() => Assert.Equal(40 * 40, Paper.Whiten(Drawing.Of(40, 40, (_, _) => 0)).Samples.Length);

    [Theory]
    [InlineData(255, 200)]
    [InlineData(120, 60)]
    public void Ink_is_what_is_darker_than_the_paper_around_it(int paper, int ink)
    {
        var mask = InkMask.Of(Drawing.Of(120, 80, (x, y) => x is >= 50 and < 56 && y is >= 20 and < 60 ? ink : paper));
        Assert.Equal(new PixelBox(50, 20, 56, 60), Assert.Single(Marks.Find(mask, 1000)));
    }

    [Fact]
    public void Pieces_that_touch_even_over_corners_only_are_one_mark()
    {
        var ink = Drawing.Ink(
            "#.......#",
            ".#.....#.",
            "..#.#.#..",
            "...#.#...",
            ".........",
            ".##....##");
        Assert.Equal([new(0, 0, 9, 4), new(1, 5, 3, 6), new(7, 5, 9, 6)], Marks.Find(ink, 100));
    }

    [Fact]
    public void A_ring_that_closes_late_is_one_mark()
    {
        var ink = Drawing.Ink(
            "#..#..#",
            "#..#..#",
            "#..####",
            "#.....#",
            "#######");
        Assert.Equal(new PixelBox(0, 0, 7, 5), Assert.Single(Marks.Find(ink, 100)));
    }

    [Fact]
    public void Noise_beyond_the_bound_makes_no_marks()
    {
        var ink = Drawing.Ink("#.#.#.#.#");
        Assert.Equal(5, Marks.Find(ink, 5).Count);
        Assert.Empty(Marks.Find(ink, 4));
    }

    [Property(MaxTest = 60)]
    public void Marks_are_what_a_fill_of_the_ink_comes_to(int seed, byte wide, byte high)
    {
        var ink = InkMask.Of(Drawing.Noise(1 + (wide % 24), 1 + (high % 24), seed));
        Assert.Equal(Filled(ink).OrderBy(Key), Marks.Find(ink, 10_000).OrderBy(Key));

        static (int, int, int, int) Key(PixelBox box) => (box.Left, box.Top, box.Right, box.Bottom);
    }

    private static IEnumerable<PixelBox> Filled(InkMask ink)
    {
        var seen = new HashSet<(int X, int Y)>();
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                if (!ink[x, y] || !seen.Add((x, y))) continue;
                var open = new Stack<(int X, int Y)>([(x, y)]);
                var box = new PixelBox(x, y, x + 1, y + 1);
                while (open.TryPop(out var at))
                {
                    box = PixelBox.Around([box, new(at.X, at.Y, at.X + 1, at.Y + 1)]);
                    for (var i = 0; i < 9; i++)
                    {
                        var (nextX, nextY) = (at.X + (i % 3) - 1, at.Y + (i / 3) - 1);
                        if (nextX < 0 || nextY < 0 || nextX >= ink.Width || nextY >= ink.Height) continue;
                        if (ink[nextX, nextY] && seen.Add((nextX, nextY))) open.Push((nextX, nextY));
                    }
                }

                yield return box;
            }
        }
    }
}
