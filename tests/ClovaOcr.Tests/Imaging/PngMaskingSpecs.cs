using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PngMaskingSpecs
{
    private const int Width = 45;
    private const int Height = 37;
    private static readonly PixelRectangle Secret = new(17, 9, 14, 6);
    private static readonly Polygon[] Areas = [Polygon.Rectangle(17.5, 9.5, 30.5, 14.5)];
    private static readonly PixelRectangle[] Covered = [new(16, 8, 16, 8)];
    private static readonly PngRecipe[] Recipes = [.. PngRecipe.WithoutPalette()];

    public static TheoryData<int> EveryKind => [.. Enumerable.Range(0, Recipes.Length)];

    public static TheoryData<int, bool, bool> EveryPalette
    {
        get
        {
            var data = new TheoryData<int, bool, bool>();
            foreach (var colors in new[] { 1, 2, 3, 4, 9, 15, 16, 17, 200, 255, 256 })
                foreach (var isInterlaced in new[] { false, true })
                    foreach (var hasAlpha in new[] { false, true }) data.Add(colors, isInterlaced, hasAlpha);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void What_is_covered_does_not_change_a_byte(int kind)
    {
        var sources = Enumerable.Range(1, 4).Select(secret => Encode(Recipes[kind], secret)).ToArray();
        Assert.Equal(sources.Length, sources.Select(Convert.ToHexString).Distinct().Count());
        AssertSameCopies(sources);
    }

    [Theory]
    [MemberData(nameof(EveryPalette))]
    public void What_is_covered_does_not_change_a_byte_through_the_palette(int colors, bool isInterlaced, bool hasAlpha)
    {
        // Hidden colours come first in some palettes, make indices wider, or are the visible ones in another order.
        var sources = Enumerable.Range(0, 5).Select(secret => new PngRecipe(3, 1, isInterlaced).EncodeColors(Width, Height, (x, y) =>
            Contains(Secret, x, y) && colors < 256 - (secret * 9) ? ((byte)0, (byte)200, (byte)(((x * y) + x + secret) % (1 + (secret * 9))), (byte)255) : VisibleColor(x, y, colors, hasAlpha)));
        AssertSameCopies(sources);
    }

    [Fact]
    public void A_transparent_colour_that_only_hidden_pixels_have_does_not_change_a_byte()
    {
        var recipe = new PngRecipe(2, 8) { Before = [("tRNS", [0, 9, 0, 9, 0, 9])] };
        var hidden = recipe.Encode(Width, Height, (x, y, _) => Contains(Secret, x, y) ? 9 : 100 + x);
        var without = new PngRecipe(2, 8).Encode(Width, Height, (x, y, _) => 100 + x);
        AssertSameCopies([hidden, without]);
        Assert.Contains("unused transparent colour", ImageMasker.Mask(hidden, Areas).Dropped);
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Outside_the_mask_every_sample_is_the_sources_and_inside_all_is_black(int kind)
    {
        var source = Encode(Recipes[kind], 1);
        AssertMasked(source, ImageMasker.Mask(source, Areas), (0, 0, 0, 255));
    }

    [Theory]
    [MemberData(nameof(EveryPalette))]
    public void Outside_the_mask_every_colour_is_the_sources(int colors, bool isInterlaced, bool hasAlpha)
    {
        var source = new PngRecipe(3, 1, isInterlaced).EncodeColors(Width, Height, (x, y) => VisibleColor(x, y, colors, hasAlpha));
        AssertMasked(source, ImageMasker.Mask(source, Areas), colors == 256 ? null : (0, 0, 0, 255));
    }

    [Fact]
    public void With_a_full_palette_the_fill_is_the_darkest_colour_that_is_seen()
    {
        // Darker still are colours that only the covered part had.
        var source = new PngRecipe(3, 8).Encode(
            Width, Height, (x, y, _) => Contains(Secret, x, y) ? 0 : ((y * Width) + x) % 256, [.. Enumerable.Range(0, 256).SelectMany(i => new[] { (byte)i, (byte)i, (byte)i })]);
        var visible = Enumerable.Range(0, Width * Height).Where(i => !Contains(Covered[0], i % Width, i / Width)).Select(i => i % 256).Distinct().Count();
        Assert.Equal(256, visible);

        var masked = ImageMasker.Mask(source, Areas);
        AssertMasked(source, masked, (0, 0, 0, 255));

        var brighter = PngSurgery.Change(source, "PLTE", palette => palette[0] = 5);
        AssertMasked(brighter, ImageMasker.Mask(brighter, Areas), (1, 1, 1, 255));
    }

    [Theory]
    [InlineData(1, 255)]
    [InlineData(2, 85)]
    [InlineData(4, 17)]
    [InlineData(8, 1)]
    [InlineData(16, 1)]
    public void Where_black_is_transparent_the_fill_is_the_next_gray(int depth, byte gray)
    {
        var recipe = new PngRecipe(0, depth) { Before = [("tRNS", [0, 0])] };
        var source = recipe.Encode(Width, Height, (x, y, _) => (x + y) % 2 == 0 ? 0 : recipe.Largest);
        AssertMasked(source, ImageMasker.Mask(source, Areas), (gray, gray, gray, 255));
    }

    [Fact]
    public void Where_black_is_transparent_the_fill_is_the_next_colour()
    {
        var source = new PngRecipe(2, 8) { Before = [("tRNS", new byte[6])] }.Encode(Width, Height, (x, y, _) => x == y ? 0 : 90);
        AssertMasked(source, ImageMasker.Mask(source, Areas), (1, 1, 1, 255));
    }

    [Fact]
    public void A_palette_keeps_only_colours_that_are_seen_in_the_order_in_which_they_come()
    {
        var source = new PngRecipe(3, 8).Encode(
            Width, Height, (x, y, _) => Contains(Secret, x, y) ? 7 : x < 20 ? 200 : 3,
            [.. Enumerable.Range(0, 256).SelectMany(i => new[] { (byte)i, (byte)90, (byte)i })]);

        var chunks = PngSurgery.Split(ImageMasker.Mask(source, Areas).Bytes);
        Assert.Equal([200, 90, 200, 3, 90, 3, 0, 0, 0], chunks.Single(chunk => chunk.Type == "PLTE").Data);
        Assert.Equal(2, chunks[0].Data[8]);
    }

    [Fact]
    public void Equal_entries_of_a_palette_become_one()
    {
        var source = new PngRecipe(3, 4).Encode(Width, Height, (x, _, _) => x % 4, [9, 9, 9, 200, 0, 0, 9, 9, 9, 200, 0, 0]);
        var palette = PngSurgery.Split(ImageMasker.Mask(source, Areas).Bytes).Single(chunk => chunk.Type == "PLTE").Data;
        Assert.Equal([9, 9, 9, 200, 0, 0, 0, 0, 0], palette);
    }

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        foreach (var recipe in Recipes)
        {
            var once = ImageMasker.Mask(Encode(recipe, 1), Areas);
            Assert.Equal(once.Bytes, ImageMasker.Mask(once.Bytes, Areas).Bytes);
        }
    }

    [Property(MaxTest = 60)]
    public void Any_size_and_any_area_is_masked_right(PositiveInt kind, PositiveInt width, PositiveInt height, NonNegativeInt x, NonNegativeInt y)
    {
        var recipe = Recipes[kind.Get % Recipes.Length];
        var (w, h) = ((width.Get % 40) + 1, (height.Get % 40) + 1);
        var source = recipe.Encode(w, h, (a, b, c) => ((a * 12345) + (b * 777) + (c * 99)) & recipe.Largest);
        var (left, top) = (x.Get % w, y.Get % h);
        var masked = ImageMasker.Mask(source, [new Polygon([new(left + 0.2, top + 0.5), new(left + 9, top + 3), new(left + 4, top + 11)])]);
        AssertMasked(source, masked, (0, 0, 0, 255));
    }

    private static void AssertSameCopies(IEnumerable<byte[]> sources) =>
        Assert.Single(sources.Select(source => Convert.ToHexString(ImageMasker.Mask(source, Areas).Bytes)).Distinct());

    // SkiaSharp gives eight bits a sample; that all sixteen are the same is what the proof compares.
    private static void AssertMasked(byte[] source, MaskedPicture masked, (byte, byte, byte, byte)? fill)
    {
        var (before, after) = (new Skia(source), new Skia(masked.Bytes));
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        for (var y = 0; y < after.Height; y++)
        {
            for (var x = 0; x < after.Width; x++)
            {
                if (!masked.Covered.Any(covered => Contains(covered, x, y))) Assert.Equal(before[x, y], after[x, y]);
                else Assert.Equal(fill ?? after[masked.Covered[0].Left, masked.Covered[0].Top], after[x, y]);
            }
        }
    }

    private static byte[] Encode(PngRecipe recipe, int secret) => recipe.Encode(Width, Height, (x, y, channel) =>
        (Contains(Secret, x, y) ? ((x * 31) + (y * secret * 7) + (channel * 13) + new Random((x * 64) + y + (secret * 10_000)).Next(7)) * 511 : ((x * x) + (y * 3) + (channel * 40)) * 257) & recipe.Largest);

    private static (byte, byte, byte, byte) VisibleColor(int x, int y, int colors, bool hasAlpha)
    {
        var i = ((y * Width) + x) % colors;
        return ((byte)(255 - i), (byte)i, 60, (byte)(hasAlpha && i % 3 == 1 ? 120 : 255));
    }

    private static bool Contains(PixelRectangle area, int x, int y) =>
        x >= area.Left && x < area.Left + area.Width && y >= area.Top && y < area.Top + area.Height;
}
