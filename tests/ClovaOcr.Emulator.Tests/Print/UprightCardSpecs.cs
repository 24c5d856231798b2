using System.Linq;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Lines;
using ClovaOcr.Emulator.Reading.Print.Upright;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class UprightCardSpecs
{
    private static readonly Quad Photographed = new(new(212, 155), new(1010, 198), new(985, 700), new(190, 652));

    [Theory]
    [InlineData(300.0, 260.0), InlineData(850.5, 260.25), InlineData(900.0, 640.0)]
    public void A_place_on_the_card_leads_back_to_the_picture(double x, double y)
    {
        using var picture = Draw(1200, 850, [(new SKPoint((float)x, (float)y), SKColors.Black)]);
        var card = UprightCard.Of(picture, Photographed);
        var back = card.ToPicture.Map(InkMiddle(card.Print));
        Assert.Equal(x, back.X, 0.1);
        Assert.Equal(y, back.Y, 0.1);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void A_card_stored_turned_comes_out_upright(int turns)
    {
        // A dot near the upper left corner of the card as it is read.
        var corners = Photographed.Corners.ToArray();
        Quad turned = new(corners[turns], corners[(turns + 1) % 4], corners[(turns + 2) % 4], corners[(turns + 3) % 4]);
        var dot = new Point(
            (turned.UpperLeft.X * 0.8) + (turned.LowerRight.X * 0.2),
            (turned.UpperLeft.Y * 0.8) + (turned.LowerRight.Y * 0.2));
        using var picture = Draw(1200, 850, [(new SKPoint((float)dot.X, (float)dot.Y), SKColors.Black)]);
        var print = UprightCard.Of(picture, turned).Print;
        var middle = InkMiddle(print);
        Assert.InRange(middle.X / print.Width, 0.18, 0.24);
        Assert.InRange(middle.Y / print.Height, 0.18, 0.24);
    }

    [Fact]
    public void The_card_is_of_one_size_whatever_the_pictures()
    {
        foreach (var scale in new[] { 0.5, 2 })
        {
            using var picture = Draw((int)(1200 * scale), (int)(850 * scale), []);
            var print = UprightCard.Of(picture, Photographed.Select(at => new(at.X * scale, at.Y * scale))).Print;
            Assert.Equal((1456, 934), (print.Width, print.Height));
        }
    }

    [Fact]
    public void Coloured_patterns_are_light_and_black_ink_is_dark()
    {
        using var picture = Draw(1200, 850, [(new(400, 300), SKColors.Red), (new(600, 300), SKColors.Blue), (new(800, 300), SKColors.Black)]);
        var card = UprightCard.Of(picture, Photographed);
        var middle = card.ToPicture.Map(InkMiddle(card.Print));
        Assert.Equal(800, middle.X, 0.1);
    }

    [Fact]
    public void A_part_of_a_strip_leads_back_to_the_card()
    {
        var mark = new PixelBox(300, 100, 330, 160);
        var print = Drawing.Of(1456, 939, (x, y) => x >= mark.Left && x < mark.Right && y >= mark.Top && y < mark.Bottom ? 0 : 255);
        foreach (var (line, height) in new[] { (new PixelBox(200, 100, 600, 160), 40), (new PixelBox(0, 90, 1456, 170), 34) })
        {
            var strip = LineStrip.Cut(print, line, height);
            var ink = Assert.Single(Marks.Find(InkMask.Of(strip.Image), 1000));
            var back = strip.OnCard(ink.Left, ink.Top, ink.Width, ink.Height);
            Assert.InRange(back.Left, mark.Left - 3, mark.Left + 3);
            Assert.InRange(back.Right, mark.Right - 3, mark.Right + 3);
            Assert.InRange(back.Top, mark.Top - 3, mark.Top + 3);
            Assert.InRange(back.Bottom, mark.Bottom - 3, mark.Bottom + 3);
        }
    }

    [Fact]
    public void A_strip_has_white_around_it_even_at_the_edge_of_the_card()
    {
        var print = Drawing.Of(1456, 939, (x, _) => x % 20 < 8 ? 0 : 255);
        var strip = LineStrip.Cut(print, new PixelBox(0, 0, 1456, 30), 40, isBlackAndWhite: true).Image;
        Assert.All(strip.Row(0).ToArray(), pixel => Assert.Equal(255, pixel));
        Assert.All(strip.Row(strip.Height - 1).ToArray(), pixel => Assert.Equal(255, pixel));
        Assert.All(Enumerable.Range(0, strip.Height), y => Assert.Equal((255, 255), (strip[0, y], strip[strip.Width - 1, y])));
        Assert.Contains((byte)0, strip.Row(strip.Height / 2).ToArray());
    }

    /// <summary>Dots eight pixels across on white.</summary>
    private static Picture Draw(int width, int height, (SKPoint At, SKColor Colour)[] dots)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        foreach (var (at, colour) in dots)
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawCircle(at, 4, paint);
        }

        return new(bitmap);
    }

    private static Point InkMiddle(GrayImage print)
    {
        var (sum, x, y) = (0.0, 0.0, 0.0);
        for (var row = 0; row < print.Height; row++)
        {
            for (var column = 0; column < print.Width; column++)
            {
                var dark = 255 - print[column, row];
                (sum, x, y) = (sum + dark, x + (dark * (column + 0.5)), y + (dark * (row + 0.5)));
            }
        }

        return new(x / sum, y / sum);
    }
}
