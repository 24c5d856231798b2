using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A secret planted in every place of a TIFF that is not a pixel is in no copy: the copy is that of the file without it.</summary>
public class TiffLeftoverSpecs
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("9912315432109");
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly TiffSurgery Gray = new TiffRecipe(1, 8) { RowsPerStrip = 9 }.Encode(53, 41, (x, y, _) => (x * 3) + y);
    private static readonly TiffSurgery Tiles = new TiffRecipe(2, 8) { TileSide = 32 }.Encode(53, 41, (x, y, channel) => x < 53 && y < 41 ? x + y + channel : 0);
    private static readonly TiffSurgery Bits = new TiffRecipe(0, 1).Encode(53, 41, (x, y, _) => x > 52 ? 0 : (x / 5) + (y / 7));
    private static readonly TiffSurgery Indexed = new TiffRecipe(3, 8).Encode(53, 41, (x, y, _) => (x + y) % 5).With(320, 3, [.. Enumerable.Range(0, 768).Select(i => i % 256 < 5 ? 100L + i : 0)]);
    private static readonly TiffSurgery Group4 = TiffSurgery.Split(Corpus("bits-g4-a"));
    private static readonly TiffSurgery Jpeg = TiffSurgery.Split(Corpus("ycbcr-jpeg-strips-a"));

    private static readonly Dictionary<string, (TiffSurgery Clean, TiffSurgery Planted, string? Dropped)> Planted = new()
    {
        ["description"] = Tag(270, 2, "description"),
        ["document name"] = Tag(269, 2, "document name"),
        ["maker"] = Tag(271, 2, "maker"),
        ["software"] = Tag(305, 2, "software"),
        ["artist"] = Tag(315, 2, "artist"),
        ["copyright"] = Tag(33432, 2, "copyright"),
        ["XMP"] = Tag(700, 1, "XMP"),
        ["IPTC"] = Tag(33723, 7, "IPTC"),
        ["Photoshop data"] = Tag(34377, 1, "Photoshop data"),
        ["ICC profile"] = Tag(34675, 7, "ICC profile"),
        ["private tag"] = Tag(65001, 7, "private tag"),
        ["private tag of an unknown type"] = (Gray, (Gray with { Gap = Secret }).With(65001, 0, 1), "private tag"),
        ["transfer function"] = Tag(301, 3, "transfer function"),
        ["JPEG tables without JPEG"] = Tag(347, 7, "unused JPEG tables"),
        ["colour map without a palette"] = Tag(320, 3, "unused colour map"),
        ["EXIF"] = (Gray, (Gray with { After = Secret }).With(34665, 4, 8), "EXIF"),
        ["GPS"] = (Gray, (Gray with { After = Secret }).With(34853, 4, 8), "GPS"),
        ["resolution of a thousand million"] = (Gray.Without(282).Without(283), Gray.With(282, 5, 0x39393132, 1).With(283, 5, 0x39393132, 1), "resolution"),
        ["between strips"] = (Gray, Gray with { Gap = Secret }, "bytes in no part of the picture"),
        ["after all"] = (Gray, Gray with { After = Secret }, "bytes in no part of the picture"),
        ["a directory that nothing leads to"] = (Gray, Gray with { After = [.. new byte[] { 1, 0, 14, 1, 2, 0, 13, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0 }, .. Secret] }, "bytes in no part of the picture"),
        ["after a strip's rows"] = (Gray, Gray.Change(4, strip => [.. strip, .. Secret]), null),
        ["after a tile's rows"] = (Tiles, Tiles.Change(0, tile => [.. tile, .. Secret]), null),
        ["columns of a tile past the edge"] = (Tiles, Tiles.Change(1, tile => Put(tile, (30 * 3) - 13)), null),
        ["rows of a tile past the edge"] = (Tiles, Tiles.Change(2, tile => Put(tile, 20 * 32 * 3)), null),
        ["bits after a row"] = (Bits, Bits.Change(0, rows => [.. rows.Select((value, i) => (byte)(i % 7 == 6 ? value | (i % 3) + 1 : value))]), null),
        ["after the end of the CCITT data"] = (Group4, Group4.Change(0, data => [.. data, .. Secret]), null),
        ["entries of a palette that no pixel has"] = (Indexed, Indexed.With(320, 3, [.. Indexed[320].Select((level, i) => level + (i % 256 >= 5 ? 0x3931 + i : 0))]), null),
        ["order of a palette"] = (Indexed, Swapped(Indexed), null),
        ["JPEG comment"] = (Jpeg, Jpeg.Change(0, jpeg => [.. jpeg[..2], 0xFF, 0xFE, 0, 15, .. Secret, .. jpeg[2..]]), "JPEG application data"),
        ["JPEG EXIF"] = (Jpeg, Jpeg.Change(1, jpeg => [.. jpeg[..2], 0xFF, 0xE1, 0, 21, .. "Exif\0\0"u8, .. Secret, .. jpeg[2..]]), "JPEG application data"),
        ["after a strip's JPEG"] = (Jpeg, Jpeg.Change(1, jpeg => [.. jpeg, .. Secret]), "bytes after the picture"),
        ["comment in the JPEG tables"] = (Jpeg, InTables(0xFE, Secret), "JPEG application data"),
        ["unused table in the JPEG tables"] = (Jpeg, InTables(0xDB, [3, .. Secret, .. Enumerable.Repeat((byte)7, 51)]), "unused quantisation table"),
        ["after the JPEG tables"] = (Jpeg, Jpeg.WithBytes(347, 7, [.. Jpeg[347].Select(value => (byte)value), .. Secret]), "JPEG application data"),
    };

    private static readonly Dictionary<string, (TiffSurgery File, string Word)> Refused = new()
    {
        ["second page"] = (Gray with { SecondPage = Secret }, "several pages"),
        ["preview as a second page"] = (Gray.With(254, 4, 0) with { SecondPage = Secret }, "several pages"),
        ["SubIFD"] = ((Gray with { After = Secret }).With(330, 13, 8), "SubIFD"),
        ["colours of an unusual kind"] = (new TiffRecipe(6, 8).Encode(53, 41, (x, y, _) => x + y).With(529, 5, 0x39393132, 0x33313534, 1, 2, 1, 2), "YCbCr"),
    };

    public static TheoryData<string> Places => [.. Planted.Keys];

    public static TheoryData<string> RefusedPlaces => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_secret_in_this_place_is_not_in_the_copy(string place)
    {
        var (clean, planted, dropped) = Planted[place];
        Assert.NotEqual(clean.Join(), planted.Join());

        var masked = ImageMasker.Mask(planted.Join(), Areas);
        Assert.Equal(ImageMasker.Mask(clean.Join(), Areas).Bytes, masked.Bytes);
        if (dropped is not null) Assert.Contains(dropped, masked.Dropped);
    }

    [Theory]
    [MemberData(nameof(RefusedPlaces))]
    public void A_secret_in_this_place_is_refused(string place)
    {
        var (file, word) = Refused[place];
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file.Join(), Areas));
        Assert.Equal(ClovaOcrErrorKind.MaskingUnsupported, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private static byte[] Corpus(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "tiff", name + ".tif"));

    private static (TiffSurgery, TiffSurgery, string) Tag(int tag, int type, string name) => (Gray, Gray.WithBytes(tag, type, Secret), name);

    private static byte[] Put(byte[] bytes, int position)
    {
        Secret.CopyTo(bytes, position);
        return bytes;
    }

    private static TiffSurgery Swapped(TiffSurgery file)
    {
        int Other(int index) => index < 5 ? 4 - index : index;
        var levels = file[320];
        return file.With(320, 3, [.. levels.Select((_, i) => levels[(i / 256 * 256) + Other(i % 256)])])
            .Change(0, rows => [.. rows.Select(index => (byte)Other(index))]);
    }

    private static TiffSurgery InTables(byte marker, byte[] data)
    {
        var tables = Jpeg[347].Select(value => (byte)value).ToArray();
        return Jpeg.WithBytes(347, 7, [.. tables[..2], 0xFF, marker, 0, (byte)(data.Length + 2), .. data, .. tables[2..]]);
    }
}
