using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The check finds every kind of bad TIFF: each is made by hand from a good copy.</summary>
public class TiffProofSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(20, 20, 27, 27)];
    private static readonly byte[] Gray = new TiffRecipe(1, 8) { RowsPerStrip = 9 }.Encode(53, 41, (x, y, _) => (x * 3) + y + 1).With(274, 3, 6).Join();
    private static readonly byte[] Tiles = new TiffRecipe(2, 8) { TileSide = 16 }.Encode(53, 41, (x, y, channel) => x + y + channel + 1).Join();
    private static readonly byte[] Units = new TiffRecipe(6, 8) { Units = (2, 2), TileSide = 32 }.Encode(53, 41, (x, y, channel) => x + y + channel + 1).Join();
    private static readonly byte[] Bits = new TiffRecipe(0, 1).Encode(53, 41, (x, y, _) => (x / 5) + (y / 7)).Join();
    private static readonly byte[] Indexed = new TiffRecipe(3, 8).Encode(53, 41, (x, y, _) => (x + y) % 5).With(320, 3, [.. Enumerable.Range(0, 768).Select(i => 100L + i)]).Join();
    private static readonly byte[] Jpeg = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff", "ycbcr-jpeg-strips-a.tif"));

    private static readonly Dictionary<string, (byte[] Source, Func<TiffSurgery, byte[]> Spoil, string Word)> Spoiled = new()
    {
        ["a pixel outside"] = (Gray, copy => copy.Change(0, strip => Set(strip, 7)).Join(), "outside"),
        ["a covered pixel"] = (Gray, copy => copy.Change(2, strip => Set(strip, (4 * 53) + 20)).Join(), "not black"),
        ["a covered sample of a colour"] = (Tiles, copy => copy.Change(5, tile => Set(tile, (5 * 48) + 17)).Join(), "not black"),
        ["a covered pair of colours"] = (Units, copy => copy.Change(0, tile => Set(tile, (((20 / 2 * 16) + (20 / 2)) * 6) + 5)).Join(), "not black"),
        ["a covered pixel of a JPEG"] = (Jpeg, _ => ImageMasker.Mask(Jpeg, [Polygon.Rectangle(40, 38, 42, 40)]).Bytes, "a covered block"),
        ["less covered than stated"] = (Gray, _ => ImageMasker.Mask(Gray, [Polygon.Rectangle(25, 25, 27, 27)]).Bytes, "not black"),
        ["columns of a tile past the edge"] = (Tiles, copy => copy.Change(3, tile => Set(tile, 47)).Join(), "past"),
        ["rows of a tile past the edge"] = (Tiles, copy => copy.Change(10, tile => Set(tile, 15 * 48)).Join(), "past"),
        ["brightness of a unit past the edge"] = (Units, copy => copy.Change(3, tile => Set(tile, tile.Length - 6)).Join(), "past"),
        ["colour of a unit past the edge"] = (Units, copy => copy.Change(3, tile => Set(tile, tile.Length - 1)).Join(), "past"),
        ["bits after a row"] = (Bits, copy => copy.Change(0, rows => Set(rows, 6)).Join(), "past"),
        ["another size"] = (Gray, copy => copy.With(256, 4, 52).Join(), "longer"),
        ["another meaning"] = (Gray, copy => copy.With(262, 3, 0).Join(), "coded"),
        ["another orientation"] = (Gray, copy => copy.With(274, 3, 5).Join(), "coded"),
        ["a tag more"] = (Gray, copy => copy.WithBytes(270, 2, [65, 0]).Join(), "no place"),
        ["a tag of another type"] = (Gray, copy => copy.With(256, 3, 53).Join(), "no place"),
        ["an upright orientation"] = (Gray, copy => copy.With(274, 3, 1).Join(), "says more"),
        ["bytes between strips"] = (Gray, copy => (copy with { Gap = [1] }).Join(), "gaps"),
        ["bytes after it"] = (Gray, copy => (copy with { After = [1] }).Join(), "after its last value"),
        ["a second page"] = (Gray, copy => (copy with { SecondPage = [1, 2, 3, 4, 5] }).Join(), "second page"),
        ["big-endian"] = (Gray, copy => (copy with { IsBigEndian = true }).Join(), "begin"),
        ["a resolution with more digits"] = (Gray, copy => copy.With(282, 5, 3_000_001, 10_000).Join(), "says more"),
        ["a resolution not in its lowest terms"] = (Gray, copy => copy.With(282, 5, 600, 2).Join(), "says more"),
        ["a resolution without a unit"] = (Gray, copy => copy.Without(296).Join(), "says more"),
        ["an unknown profile"] = (Gray, copy => copy.WithBytes(34675, 7, [1, 2, 3, 4, 5, 6]).Join(), "says more"),
        ["a palette without indices"] = (Gray, copy => copy.With(320, 3, new long[768]).Join(), "says more"),
        ["an unused colour"] = (Indexed, copy => copy.With(320, 3, [.. copy[320].Select((level, i) => i % 16 == 9 ? 7 : level)]).Join(), "palette"),
        ["a longer strip"] = (Gray, copy => copy.Change(4, strip => [.. strip, 1]).Join(), "longer"),
        ["a longer tile of units"] = (Units, copy => copy.Change(1, tile => [.. tile, 1, 2]).Join(), "longer"),
        ["odd coefficients"] = (Units, copy => copy.With(529, 5, 1, 3, 1, 3, 1, 3).Join(), "says more"),
        ["JPEG comment"] = (Jpeg, copy => copy.Change(0, jpeg => [.. jpeg[..2], 0xFF, 0xFE, 0, 3, 65, .. jpeg[2..]]).Join(), "JPEG"),
        ["bytes after a JPEG"] = (Jpeg, copy => copy.Change(0, jpeg => [.. jpeg, 1, 2]).Join(), ""),
        ["JPEG tables"] = (Jpeg, copy => copy.WithBytes(347, 7, [0xFF, 0xD8, 0xFF, 0xD9]).Join(), "no place"),
    };

    public static TheoryData<string> Kinds => [.. Spoiled.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_copy_spoiled_in_this_way_is_not_handed_out(string kind)
    {
        var (source, spoil, word) = Spoiled[kind];
        var good = ImageMasker.Mask(source, Areas);
        MaskProof.Check(source, Areas, good);

        var bad = good with { Bytes = spoil(TiffSurgery.Split(good.Bytes)) };
        var problem = Assert.Throws<ClovaOcrException>(() => MaskProof.Check(source, Areas, bad));
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, problem.Kind);
        Assert.Contains(word, problem.Message + problem.InnerException?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_copy_put_together_again_is_a_good_copy()
    {
        foreach (var source in new[] { Gray, Tiles, Units, Bits, Indexed, Jpeg })
        {
            var good = ImageMasker.Mask(source, Areas);
            Assert.Equal(good.Bytes, TiffSurgery.Split(good.Bytes).Join());
        }
    }

    private static byte[] Set(byte[] bytes, int position)
    {
        bytes[position] ^= 1;
        return bytes;
    }
}
