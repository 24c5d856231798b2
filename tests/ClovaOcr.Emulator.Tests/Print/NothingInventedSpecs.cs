using System;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>Pictures in which a field, or a card, is not there to be read; skipped where Tesseract is not installed.</summary>
public sealed class NothingInventedSpecs
{
    private const string Card = "ac-12-new-layout.jpg";

    [Fact]
    public async Task A_number_that_is_painted_over_is_left_out()
    {
        await using var reader = await InstalledReader.FindAsync();
        var truth = CardTruth.Of(TestPictures.PathOf(Card));
        using var pixels = Painted(truth.Fields["alienRegNum"].Box);
        var face = (await reader.ReadAsync(pixels))!;
        truth.AssertNothingIsWrong(face);
        Assert.Null(CardTruth.TextIn(face, "alienRegNum"));
        Assert.False(face.IsConfident);
    }

    [Theory]
    [InlineData("ac-03-lossless.png", 1, 2)]
    [InlineData("ac-01-english.jpg", 8, 7)]
    [InlineData(Card, 1, 0)]
    public async Task A_digit_with_a_ghost_of_another_on_it_is_the_one_that_is_printed_or_makes_the_number_unsure(string specimen, int digit, int ghost)
    {
        var (printed, _, read) = await ReadOverdrawnAsync(specimen, digit, ghost, opacity: 0.25);
        Assert.True(read is null || read == printed, "Another number was read than is printed.");
    }

    [Fact]
    public async Task Where_two_digits_lie_over_each_other_it_is_one_of_them_or_none()
    {
        var (one, other, read) = await ReadOverdrawnAsync("ac-03-lossless.png", 8, 12, opacity: 0.5);
        Assert.True(read is null || read == one || read == other, "A number was read that nobody can see.");
    }

    [Theory]
    [InlineData(0, 0, 0.5, 1)]
    [InlineData(0.5, 0, 0.5, 1)]
    public async Task Of_half_a_card_nothing_is_made_up(double left, double top, double width, double height)
    {
        await using var reader = await InstalledReader.FindAsync();
        using var half = Part("ac-01-english.jpg", left, top, width, height);
        var truth = CardTruth.Of(TestPictures.PathOf("ac-01-english.jpg"));
        if (await reader.ReadAsync(half) is not { } face) return;
        Assert.Equal("ac", face.Kind);
        Assert.All(face.Fields, field => Assert.Equal(truth.Fields[field.Key].Text, field.Value[0].Text));
        Assert.False(face.IsConfident);
    }

    [Fact]
    public async Task A_portrait_is_no_card()
    {
        await using var reader = await InstalledReader.FindAsync();
        using var portrait = Part("ac-01-english.jpg", 0.07, 0.22, 0.32, 0.58);
        Assert.Null(await reader.ReadAsync(portrait));
    }

    [Fact]
    public async Task Noise_is_no_card()
    {
        await using var reader = await InstalledReader.FindAsync();
        using var pixels = new SKBitmap(new SKImageInfo(1011, 638, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var samples = new byte[pixels.ByteCount];
        new Random(1).NextBytes(samples);
        samples.CopyTo(pixels.GetPixelSpan());
        Assert.Null(await reader.ReadAsync(pixels));
    }

    [Fact]
    public async Task Blank_paper_is_no_card()
    {
        await using var reader = await InstalledReader.FindAsync();
        Assert.Null(await reader.ReadAsync(TestPictures.Blank()));
    }

    /// <summary>The card with a place painted over in the colour of the paper beside it.</summary>
    internal static SKBitmap Painted(Quad place)
    {
        var pixels = SKBitmap.Decode(TestPictures.BytesOf(Card));
        using var canvas = new SKCanvas(pixels);
        using var paint = new SKPaint { Color = pixels.GetPixel((int)place.UpperLeft.X - 10, (int)place.UpperLeft.Y + 5) };
        var corners = place.Padded(0.1).Corners.ToArray();
        canvas.DrawRect(new SKRect((float)corners[0].X, (float)corners[0].Y, (float)corners[2].X, (float)corners[2].Y), paint);
        return pixels;
    }

    /// <summary>Draws one character of the number over another, which stand in equal cells.</summary>
    /// <returns>The number as printed, the one in which the other character stands, and what is read.</returns>
    private static async Task<(string Printed, string Other, string? Read)> ReadOverdrawnAsync(string specimen, int at, int from, double opacity)
    {
        await using var reader = await InstalledReader.FindAsync();
        var (number, box) = CardTruth.Of(TestPictures.PathOf(specimen)).Fields["alienRegNum"];
        Assert.NotEqual(number[at], number[from]);
        using var stored = SKBitmap.Decode(TestPictures.BytesOf(specimen));
        using var pixels = stored.Copy();
        using var canvas = new SKCanvas(pixels);
        using var image = SKImage.FromBitmap(stored);
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * opacity)) };
        canvas.DrawImage(image, CellOf(from), CellOf(at), new SKSamplingOptions(SKFilterMode.Linear), paint);
        return (number, number[..at] + number[from] + number[(at + 1)..], CardTruth.TextIn(await reader.ReadAsync(pixels), "alienRegNum"));

        SKRect CellOf(int character)
        {
            var width = (box.UpperRight.X - box.UpperLeft.X) / number.Length;
            return SKRect.Create((float)(box.UpperLeft.X + (character * width)), (float)box.UpperLeft.Y, (float)width, (float)(box.LowerLeft.Y - box.UpperLeft.Y));
        }
    }

    private static SKBitmap Part(string specimen, double left, double top, double width, double height)
    {
        using var stored = SKBitmap.Decode(TestPictures.BytesOf(specimen));
        var area = SKRectI.Create((int)(left * stored.Width), (int)(top * stored.Height), (int)(width * stored.Width), (int)(height * stored.Height));
        using var part = new SKBitmap();
        Assert.True(stored.ExtractSubset(part, area));
        return part.Copy();
    }
}
