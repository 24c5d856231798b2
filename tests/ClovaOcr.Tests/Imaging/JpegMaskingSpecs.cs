using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class JpegMaskingSpecs
{
    private const int Width = 83;
    private const int Height = 61;
    private static readonly (int Left, int Top, int Right, int Bottom) Secret = (29, 21, 52, 30);
    private static readonly Polygon[] Areas = [Polygon.Rectangle(Secret.Left, Secret.Top, Secret.Right, Secret.Bottom)];
    private static readonly JpegRecipe[] Recipes = [.. JpegRecipe.Maskable()];

    public static TheoryData<int> EveryKind => [.. Enumerable.Range(0, Recipes.Length)];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void What_is_covered_does_not_change_a_byte(int kind)
    {
        var recipe = Recipes[kind];
        var copies = Enumerable.Range(1, 4)
            .Select(secret => recipe.Encode(new(Width, Height, recipe.Channels, Secret, secret)))
            .ToArray();

        Assert.Equal(copies.Length, copies.Select(Convert.ToHexString).Distinct().Count());
        Assert.Single(copies.Select(copy => Convert.ToHexString(ImageMasker.Mask(copy, Areas).Bytes)).Distinct());
    }

    [Property(MaxTest = 60)]
    public bool What_is_covered_does_not_change_a_byte_wherever_it_is(PositiveInt kind, PositiveInt x, PositiveInt y, PositiveInt width, PositiveInt height, int secret)
    {
        var recipe = Recipes[kind.Get % Recipes.Length];
        var (left, top) = (x.Get % Width, y.Get % Height);
        var area = (left, top, Math.Min(left + width.Get, Width), Math.Min(top + height.Get, Height));
        var polygon = Polygon.Rectangle(area.left, area.top, area.Item3, area.Item4);
        var copies = new[] { secret, secret + 1 }.Select(seed => recipe.Encode(new(Width, Height, recipe.Channels, area, seed)));
        return copies.Select(copy => Convert.ToHexString(ImageMasker.Mask(copy, [polygon]).Bytes)).Distinct().Count() == 1;
    }

    [Theory]
    [InlineData(SKJpegEncoderDownsample.Downsample420)]
    [InlineData(SKJpegEncoderDownsample.Downsample422)]
    [InlineData(SKJpegEncoderDownsample.Downsample444)]
    public void What_is_covered_does_not_change_a_byte_of_another_encoders_file(SKJpegEncoderDownsample sampling)
    {
        var masked = Enumerable.Range(1, 6).Select(secret =>
        {
            var picture = new TestPicture(Width, Height, 3, Secret, secret);
            using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
            for (var y = 0; y < Height; y++)
                for (var x = 0; x < Width; x++) bitmap.SetPixel(x, y, new(picture.Pixel(x, y)[0], picture.Pixel(x, y)[1], picture.Pixel(x, y)[2]));
            using var pixmap = bitmap.PeekPixels();
            using var data = pixmap!.Encode(new SKJpegEncoderOptions(80, sampling, SKJpegEncoderAlphaOption.Ignore));
            return Convert.ToHexString(ImageMasker.Mask(data!.ToArray(), Areas).Bytes);
        });
        Assert.Single(masked.Distinct());
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Outside_the_mask_another_decoder_sees_the_source_and_inside_black(int kind)
    {
        var recipe = Recipes[kind];
        var source = recipe.Encode(new(Width, Height, recipe.Channels));
        var masked = ImageMasker.Mask(source, Areas);
        var (before, after) = (new Skia(source), new Skia(masked.Bytes));

        Assert.Equal((Width, Height), (after.Width, after.Height));
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                // A viewer mixes colours over a block's edge: up to two pixels of either side are neither one nor the other.
                var distance = masked.Covered.Min(covered => Distance(covered, x, y));
                if (distance > Smear(recipe)) Assert.Equal(before[x, y], after[x, y]);
                if (distance < -Smear(recipe)) Assert.Equal((0, 0, 0, 255), after[x, y]);
            }
        }
    }

    [Fact]
    public void Every_pixel_of_an_area_is_covered_by_whole_blocks()
    {
        var masked = ImageMasker.Mask(new JpegRecipe().Encode(new(Width, Height, 3)), Areas);

        Assert.Equal((16, 16), (masked.CellWidth, masked.CellHeight));
        Assert.Equal([new PixelRectangle(16, 16, 48, 32)], masked.Covered);
    }

    [Fact]
    public void An_area_that_ends_within_two_pixels_of_a_block_covers_that_block_too()
    {
        var source = new JpegRecipe().Encode(new(Width, Height, 3));

        Assert.Equal([new PixelRectangle(16, 16, 16, 16)], ImageMasker.Mask(source, [Polygon.Rectangle(19, 19, 29, 29)]).Covered);
        Assert.Equal([new PixelRectangle(16, 16, 32, 16)], ImageMasker.Mask(source, [Polygon.Rectangle(19, 19, 30.5, 29)]).Covered);
    }

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        var once = ImageMasker.Mask(new JpegRecipe().Encode(new(Width, Height, 3)), Areas);
        Assert.Equal(once.Bytes, ImageMasker.Mask(once.Bytes, Areas).Bytes);
    }

    [Fact]
    public void A_file_without_Huffman_tables_means_the_standard_ones()
    {
        var recipe = new JpegRecipe();
        var source = recipe.Encode(new(Width, Height, 3));
        var masked = ImageMasker.Mask(JpegSurgery.Without(source, 0xC4), Areas);
        Assert.Equal(ImageMasker.Mask(source, Areas).Bytes, masked.Bytes);
    }

    [Fact]
    public void Fill_bytes_before_markers_are_no_damage()
    {
        var source = new JpegRecipe { RestartInterval = 2 }.Encode(new(Width, Height, 3));
        Assert.Equal(ImageMasker.Mask(source, Areas).Bytes, ImageMasker.Mask(JpegSurgery.WithFillBytes(source), Areas).Bytes);
    }

    private static int Smear(JpegRecipe recipe) => (recipe.Across, recipe.Down) == (1, 1) ? 0 : 4;

    // How far a pixel is from the nearest covered one, or, negative, from the nearest one that is not.
    internal static int Distance(PixelRectangle area, int x, int y)
    {
        var outside = Math.Max(Math.Max(area.Left - x, x - (area.Left + area.Width - 1)), Math.Max(area.Top - y, y - (area.Top + area.Height - 1)));
        return outside > 0 ? outside : outside - 1;
    }
}
