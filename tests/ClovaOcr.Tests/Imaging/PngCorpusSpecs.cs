using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>PNG of all kinds by other programs' encoders (data/png/README.md), in pairs that differ only where they are covered.</summary>
public class PngCorpusSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "png");

    // Those that are cut out of the drawing, and where.
    private static readonly Dictionary<string, (int X, int Y)> Cuts = new()
    {
        ["magick-one-column"] = (20, 0),
        ["magick-one-row-interlaced"] = (0, 12),
        ["magick-5-by-3-interlaced"] = (18, 10),
    };

    public static TheoryData<string> Kinds =>
        [.. Directory.GetFiles(Folder, "*.a.png").Select(path => Path.GetFileName(path)[..^".a.png".Length]).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_corpus_has_every_colour_type_with_every_depth_both_ways()
    {
        var kinds = Kinds.Select(kind => PngSurgery.Split(Source(kind.Data, "a"))[0].Data).Select(header => (header[9], header[8], header[12])).ToHashSet();
        Assert.Subset(kinds, PngRecipe.WithoutPalette().Select(recipe => ((byte)recipe.ColorType, (byte)recipe.BitDepth, (byte)(recipe.IsInterlaced ? 1 : 0))).ToHashSet());
        Assert.True(Kinds.Count >= 40);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_covered_does_not_change_a_byte(string kind)
    {
        var (a, b) = (Source(kind, "a"), Source(kind, "b"));
        Assert.NotEqual(a, b);
        Assert.Equal(Mask(kind, a).Bytes, Mask(kind, b).Bytes);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Outside_the_covered_cells_every_sample_is_the_sources(string kind)
    {
        var source = Source(kind, "a");
        var masked = Mask(kind, source);
        var (before, after) = (new PngSamples(source), new PngSamples(masked.Bytes));
        Assert.Equal((before.Width, before.Height, before.ColorType), (after.Width, after.Height, after.ColorType));
        Assert.True(after.ColorType == 3 || after.Depth == before.Depth);
        for (var y = 0; y < after.Height; y++)
        {
            for (var x = 0; x < after.Width; x++)
            {
                var isCovered = masked.Covered.Any(area => x >= area.Left && x < area.Left + area.Width && y >= area.Top && y < area.Top + area.Height);
                var opaque = after.ColorType == 3 ? 255 : (1 << after.Depth) - 1;
                int[] black = [.. new int[after[x, y].Length - 1], opaque];
                Assert.Equal(isCovered ? black : before[x, y], after[x, y]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_is_read_by_another_decoder_and_has_nothing_in_spare_bits(string kind)
    {
        var masked = Mask(kind, Source(kind, "a"));
        var skia = new Skia(masked.Bytes);
        Assert.Equal((masked.Width, masked.Height), (skia.Width, skia.Height));

        var data = PngRecipe.Inflate([.. PngSurgery.Split(masked.Bytes).Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]);
        var depth = new PngSamples(masked.Bytes);
        if (depth.Depth < 8) Assert.All(depth.Rows, row => Assert.Equal((0, 0), (data[row.Filter], data[row.End] & ((1 << row.SpareBits) - 1))));
    }

    private static byte[] Source(string kind, string which) => File.ReadAllBytes(Path.Combine(Folder, $"{kind}.{which}.png"));

    // The drawing's secret is within 17,9 to 39,23.
    private static MaskedPicture Mask(string kind, byte[] source)
    {
        var (x, y) = Cuts.GetValueOrDefault(kind);
        return ImageMasker.Mask(source, [Polygon.Rectangle(17 - x, 9 - y, 39 - x, 23 - y)]);
    }
}
