using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Lines;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class TextLinesSpecs
{
    private const int Width = 700;
    private const int Height = 300;

    [Fact]
    public void Letters_near_each_other_are_a_line_and_lines_come_from_the_top_down()
    {
        var lines = Lines([.. Letters(80, 180, 8, 40), .. Letters(90, 80, 10, 24)]);
        Assert.Equal([10, 8], lines.Select(line => line.Marks.Count));
        Assert.Equal(new PixelBox(80, 180, 80 + (7 * 24) + 16, 220), lines[1].Box);
    }

    [Fact]
    public void A_label_and_a_larger_value_in_its_line_are_parted()
    {
        // The label's last letter ends at 126, and both stand on the same base.
        var lines = Lines([.. Letters(80, 124, 4, 20), .. Letters(126 + 38, 100, 6, 44)]);
        Assert.Equal([6, 4], lines.OrderByDescending(line => line.Box.Height).Select(line => line.Marks.Count));
    }

    [Fact]
    public void Two_words_of_one_size_are_one_line()
    {
        var lines = Lines([.. Letters(80, 100, 4, 40), .. Letters(80 + 88 + 38, 100, 6, 40)]);
        Assert.Equal(10, Assert.Single(lines).Marks.Count);
    }

    [Theory]
    [InlineData(6), InlineData(13)]
    public void A_hyphen_belongs_to_its_number(int before)
    {
        PixelBox[] digits = [.. Letters(80, 100, 13, 44)];
        var left = digits[before - 1].Right + 8;
        var hyphen = new PixelBox(left, 120, left + 14, 126);
        var moved = digits.Select((digit, i) => i < before ? digit : new PixelBox(digit.Left + 22, digit.Top, digit.Right + 22, digit.Bottom));
        Assert.Equal(14, Assert.Single(Lines([.. moved, hyphen])).Marks.Count);
    }

    [Fact]
    public void The_edge_of_the_card_and_what_is_larger_than_print_are_no_lines()
    {
        PixelBox portrait = new(100, 60, 350, 240);
        Assert.Empty(Lines([portrait, .. Letters(2, 4, 20, 24), .. Letters(2, 270, 20, 24)]));
    }

    [Fact]
    public void A_single_mark_is_no_line() => Assert.Empty(Lines([new PixelBox(200, 100, 240, 130)]));

    [Theory]
    [InlineData(1), InlineData(2)]
    public void Noise_has_no_lines(int seed) => Assert.Empty(TextLines.Find(InkMask.Of(Drawing.Noise(1456, 939, seed))));

    [Fact]
    public void More_specks_than_print_has_marks_are_no_lines()
    {
        var screen = InkMask.Of(Drawing.Of(1456, 939, (x, y) => x % 12 < 4 && y % 12 < 4 ? 0 : 255));
        Assert.Empty(TextLines.Find(screen));
    }

    [Fact]
    public void There_are_never_more_lines_than_a_card_may_have()
    {
        var words = Enumerable.Range(0, 100).SelectMany(i => Letters(60 + (i % 4 * 330), 50 + (i / 4 * 34), 6 + (i % 5), 16));
        var lines = TextLines.Find(Drawing.Ink(1456, 939, [.. words]));
        Assert.Equal(44, lines.Count);
        Assert.Equal(lines.Select(line => line.Box.Top).Order(), lines.Select(line => line.Box.Top));
    }

    private static IReadOnlyList<TextLine> Lines(PixelBox[] boxes) => TextLines.Find(Drawing.Ink(Width, Height, boxes));

    /// <summary>Boxes as large as letters, three fifths as far from each other as they are high, and two fifths as wide.</summary>
    private static IEnumerable<PixelBox> Letters(int left, int top, int count, int height) => Enumerable.Range(0, count)
        .Select(i => left + (i * height * 3 / 5))
        .Select(at => new PixelBox(at, top, at + (height * 2 / 5), top + height));
}
