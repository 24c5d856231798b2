using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Compression;
using ClovaOcr.Imaging.Tiff;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class TiffMaskingSpecs
{
    private const int Width = 61;
    private const int Height = 45;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff");
    private static readonly (int Left, int Top, int Right, int Bottom) Secret = (20, 17, 41, 29);
    private static readonly Polygon[] Areas = [Polygon.Rectangle(Secret.Left, Secret.Top, Secret.Right, Secret.Bottom)];

    // What make.sh drew, from the two files of it that are not compressed.
    private static readonly byte[][] Gray = Rows(File("gray-none", 'a'));
    private static readonly byte[][] Rgb = Rows(File("rgb-none", 'a'));

    public static TheoryData<string> Kinds =>
        [.. Directory.GetFiles(Folder, "*-a.tif").Select(path => Path.GetFileName(path)[..^"-a.tif".Length]).Order(StringComparer.Ordinal)];

    public static TheoryData<string> KindsWithATwin => [.. Kinds.Select(row => row.Data).Where(kind => Twin(kind) is not null)];

    public static TheoryData<int> Recipes => [.. Enumerable.Range(0, TiffRecipe.All().Count())];

    [Fact]
    public void There_are_more_than_25_kinds_by_other_programs() => Assert.InRange(Kinds.Count, 25, int.MaxValue);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_covered_cannot_be_told_from_the_copy(string kind)
    {
        var (a, b) = (File(kind, 'a'), File(kind, 'b'));
        Assert.NotEqual(a, b);
        Assert.Equal(ImageMasker.Mask(a, Areas).Bytes, ImageMasker.Mask(b, Areas).Bytes);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_has_its_sources_compression_and_is_not_much_larger(string kind)
    {
        var source = File(kind, 'a');
        var copy = ImageMasker.Mask(source, Areas).Bytes;
        var (before, after) = (TiffSurgery.Split(source), TiffSurgery.Split(copy));
        Assert.Equal((before[259][0], before[262][0]), (after[259][0], after[262][0]));
        Assert.InRange(copy.Length, 1, source.Length * 1.2);
    }

    [Theory]
    [MemberData(nameof(KindsWithATwin))]
    public void Every_pixel_outside_is_that_of_the_drawing_and_every_covered_one_black(string kind)
    {
        var masked = ImageMasker.Mask(File(kind, 'a'), Areas);
        var (value, size, black) = Twin(kind)!.Value;
        var rows = Rows(masked.Bytes);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var isCovered = masked.Covered.Any(area => Contains(area, x, y));
                var expected = isCovered ? black : value(x, y);
                Assert.Equal(expected, rows[y].AsSpan(x * size, size).ToArray());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_TIFF_without_compression_is_masked_sample_for_sample(int index)
    {
        var recipe = TiffRecipe.All().ElementAt(index);
        var (a, b) = (ImageMasker.Mask(Encode(recipe, 1), Areas), ImageMasker.Mask(Encode(recipe, 2), Areas));
        Assert.Equal(a.Bytes, b.Bytes);
        Assert.DoesNotContain(a.Covered, area => Contains(area, 0, 0) || Contains(area, Width - 1, Height - 1));

        // The whole copy, encoded anew from what it must be.
        var black = Black(recipe);
        var expected = (recipe with { IsBigEndian = false }).Encode(Width, Height, (x, y, channel) =>
            x >= Width || y >= Height ? 0
            : a.Covered.Any(area => Contains(area, x, y)) ? black[channel]
            : Sample(recipe, x, y, channel, 1));
        var segments = TiffSurgery.Split(a.Bytes).Segments;
        Assert.Equal(expected.Segments.Count, segments.Count);
        for (var i = 0; i < segments.Count; i++) Assert.Equal(WithoutPaddingBits(recipe, expected.Segments[i]), segments[i]);
    }

    [Theory]
    [InlineData("few", 4, 6)]
    [InlineData("many", 8, 256)]
    public void A_palette_is_made_anew_from_the_colours_that_are_seen(string colors, int bits, int most)
    {
        foreach (var kind in Kinds.Select(row => row.Data).Where(kind => kind.StartsWith("palette-" + colors, StringComparison.Ordinal)))
        {
            var copy = TiffSurgery.Split(ImageMasker.Mask(File(kind, 'b'), Areas).Bytes);
            var levels = copy[320];
            var entries = Enumerable.Range(0, 1 << bits).Select(i => (levels[i], levels[i + (1 << bits)], levels[i + (2 << bits)])).ToArray();
            Assert.Equal(bits, copy[258][0]);
            Assert.InRange(entries.Reverse().SkipWhile(entry => entry == (0, 0, 0)).Count(), 1, most);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_palette_without_room_for_black_covers_with_the_darkest_colour_that_is_seen(int bits)
    {
        // All colours of 8 bits are seen, of fewer bits there is room.
        var levels = Enumerable.Range(0, 3).SelectMany(channel => Enumerable.Range(0, 1 << bits).Select(i => 60000L - (i * 200) - channel)).ToArray();
        int Seen(int x, int y) => ((y * Width) + x) % (1 << bits);
        byte[] File(int seed) => new TiffRecipe(3, bits).Encode(Width, Height, (x, y, _) => IsSecret(x, y) ? (x * seed) % (1 << bits) : Seen(x, y)).With(320, 3, levels).Join();
        var (a, b) = (ImageMasker.Mask(File(1), Areas), ImageMasker.Mask(File(3), Areas));
        Assert.Equal(a.Bytes, b.Bytes);

        var copy = TiffSurgery.Split(a.Bytes);
        var count = 1 << (int)copy[258][0];
        Assert.Equal(bits == 8 ? 8 : bits == 4 ? 8 : 4, copy[258][0]);
        Assert.Equal(bits < 8, Enumerable.Range(0, count).Any(i => copy[320][i] == 0));
    }

    [Fact]
    public void Runs_of_every_length_are_read_and_written_as_another_decoder_does()
    {
        foreach (var compression in new[] { 2, 3, 4 })
        {
            foreach (var width in new[] { 1, 7, 8, 63, 64, 65, 128, 1728, 1793, 2560, 2623, 2624, 5300 })
            {
                // Made by this library from what is not compressed, and proved by LibTiff.NET; then masked from the compression.
                var bits = new TiffRecipe(0, 1).Encode(width, 24, (x, y, _) => (x + (y * 3)) % (2 + (y * width / 24)) > y * width / 48 ? 1 : 0);
                var lines = bits.Segments[0].Chunk((width + 7) / 8).ToArray();
                var sink = new SegmentedBytes();
                var writer = new CcittWriter(sink, (TiffCompression)compression, width % 2, width);
                foreach (var line in lines) writer.Write(line);
                writer.Finish();
                var source = bits.Change(0, _ => sink.ToArray()).With(259, 3, compression).With(292, 4, width % 2);

                var copy = ImageMasker.Mask((compression == 3 ? source : source.Without(292)).Join(), [Polygon.Rectangle(0, 0, 1, 1)]);
                var plain = ImageMasker.Mask(bits.Join(), [Polygon.Rectangle(0, 0, 1, 1)]);
                Assert.Equal(Rows(plain.Bytes), Rows(copy.Bytes));
            }
        }
    }

    [Fact]
    public void Resolution_and_orientation_are_kept_and_written_anew()
    {
        var source = new TiffRecipe(1, 8).Encode(Width, Height, (x, y, _) => x + y).With(274, 3, 6).With(282, 5, 1_181_100, 10_000).With(283, 5, 5_905_500, 100_000).With(296, 3, 3);
        var masked = ImageMasker.Mask(source.Join(), Areas);
        var copy = TiffSurgery.Split(masked.Bytes);
        Assert.Equal((6, 6L), (masked.Orientation.ExifValue, copy[274][0]));
        Assert.Equal([11811, 100, 11811, 200, 3], [.. copy[282], .. copy[283], .. copy[296]]);
        Assert.Equal(["orientation", "resolution"], masked.Kept);
        Assert.Empty(masked.Dropped);
    }

    [Fact]
    public void A_standard_colour_profile_is_kept()
    {
        var profile = System.IO.File.ReadAllBytes(Path.Combine(Folder, "..", "sRGB-v2-micro.icc"));
        var source = new TiffRecipe(2, 8).Encode(Width, Height, (x, y, _) => x + y);
        var masked = ImageMasker.Mask(source.WithBytes(34675, 7, profile).Join(), Areas);
        Assert.Contains("ICC profile sRGB v2 micro (compact)", masked.Kept);
        Assert.True(masked.Bytes.AsSpan().IndexOf(profile) > 0);

        profile[^1] ^= 1;
        Assert.Contains("ICC profile", ImageMasker.Mask(source.WithBytes(34675, 7, profile).Join(), Areas).Dropped);
    }

    private static byte[] File(string kind, char which) => System.IO.File.ReadAllBytes(Path.Combine(Folder, $"{kind}-{which}.tif"));

    // By the decoder of this library that the proof does not use.
    private static byte[][] Rows(byte[] file)
    {
        var rows = new List<byte[]>();
        new TiffRows(TiffFile.Read(file), file).Read(row => rows.Add(row.ToArray()));
        return [.. rows];
    }

    private static (Func<int, int, byte[]> Value, int Size, byte[] Black)? Twin(string kind) => kind.Split('-')[0] switch
    {
        _ when kind.Contains("jpeg", StringComparison.Ordinal) || kind.Contains("alpha", StringComparison.Ordinal) => null,
        "bits" when kind.Contains("black", StringComparison.Ordinal) => ((x, y) => [(byte)(Gray[y][x] < 128 ? 0 : 1)], 1, [0]),
        "bits" => ((x, y) => [(byte)(Gray[y][x] < 128 ? 1 : 0)], 1, [1]),
        "gray" when kind.Contains("white", StringComparison.Ordinal) => ((x, y) => [Gray[y][x]], 1, [255]),
        "gray" => ((x, y) => [Gray[y][x]], 1, [0]),
        "gray2" => ((x, y) => [(byte)(Gray[y][x] >> 6)], 1, [0]),
        "gray4" => ((x, y) => [(byte)(Gray[y][x] >> 4)], 1, [0]),
        "gray16" => ((x, y) => Deep(Gray[y].AsSpan(x, 1)), 2, [0, 0]),
        "rgb" => ((x, y) => Rgb[y].AsSpan(x * 3, 3).ToArray(), 3, [0, 0, 0]),
        "rgb16" => ((x, y) => Deep(Rgb[y].AsSpan(x * 3, 3)), 6, [0, 0, 0, 0, 0, 0]),
        _ => null,
    };

    private static byte[] Deep(ReadOnlySpan<byte> values) => [.. values.ToArray().SelectMany(value => new[] { (byte)(value * 7), value })];

    private static byte[] Encode(TiffRecipe recipe, int seed) => recipe.Encode(Width, Height, (x, y, channel) => Sample(recipe, x, y, channel, seed)).Join();

    private static int Sample(TiffRecipe recipe, int x, int y, int channel, int seed) =>
        (IsSecret(x, y) ? (x * 31) + (y * seed * 7) + (channel * 13) + (seed * 5) : ((x / recipe.Units.Across * x) + (y / recipe.Units.Down * 3) + (channel * 40)) * 257) & recipe.Largest;

    private static int[] Black(TiffRecipe recipe) => recipe.Color switch
    {
        0 => [recipe.Largest, recipe.Largest],
        1 => [0, recipe.Largest],
        5 => [0, 0, 0, recipe.Largest, recipe.Largest],
        6 => [0, 128, 128],
        _ => [0, 0, 0, recipe.Largest],
    };

    private static byte[] WithoutPaddingBits(TiffRecipe recipe, byte[] segment)
    {
        var columns = recipe.TileSide > 0 ? recipe.TileSide : Width;
        var bits = columns * (recipe.IsPlanar ? 1 : recipe.Samples) * recipe.Bits;
        if (bits % 8 == 0 || recipe.Units != (1, 1)) return segment;
        for (var end = (bits / 8) + 1; end <= segment.Length; end += (bits / 8) + 1) segment[end - 1] &= (byte)(0xFF00 >> (bits % 8));
        return segment;
    }

    private static bool IsSecret(int x, int y) => x >= Secret.Left && x < Secret.Right && y >= Secret.Top && y < Secret.Bottom;

    private static bool Contains(PixelRectangle area, int x, int y) =>
        x >= area.Left && x < area.Left + area.Width && y >= area.Top && y < area.Top + area.Height;
}
