using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>
/// Places of a PNG where a secret is not a chunk of its own: the copy is the one of a file without the secret, byte for byte, or there is
/// no copy.
/// </summary>
public class PngLeftoverSpecs
{
    private const int Width = 45;
    private const int Height = 40;
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("9912315432109");
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly byte[] Rgb = new PngRecipe(2, 8).Encode(Width, Height, Sample);
    private static readonly byte[] Bits = new PngRecipe(0, 1).Encode(Width, Height, (x, y, _) => (x * y) & 1);
    private static readonly byte[] Pairs = new PngRecipe(0, 2, IsInterlaced: true).Encode(Width, Height, (x, y, _) => (x + y) & 3);
    private static readonly byte[] Indexed = new PngRecipe(3, 8).Encode(Width, Height, (x, _, _) => x % 3, [0, 0, 0, 9, 9, 9, 200, 0, 0]);
    private static readonly byte[] Profiled = PngSurgery.With(Rgb, "IDAT", "iCCP", Profile("any name", []));

    private static readonly Dictionary<string, (byte[] Clean, byte[] Planted)> Hidden = new()
    {
        ["content credentials"] = (Rgb, PngSurgery.With(Rgb, "IDAT", "caBX", Secret)),
        ["background colour"] = (Rgb, PngSurgery.With(Rgb, "IDAT", "bKGD", [.. Secret.AsSpan(0, 6)])),
        ["significant bits"] = (Rgb, PngSurgery.With(Rgb, "IDAT", "sBIT", 3, 2, 1)),
        ["video colour"] = (Rgb, PngSurgery.With(Rgb, "IDAT", "cICP", [.. Secret.AsSpan(0, 4)])),
        ["chunk that nobody knows"] = (Rgb, PngSurgery.With(Rgb, "IEND", "abCd", Secret)),
        ["compressed text"] = (Rgb, PngSurgery.With(Rgb, "IEND", "zTXt", [.. "Raw profile type exif\0\0"u8, .. PngRecipe.Zlib(Secret)])),
        ["compressed XMP"] = (Rgb, PngSurgery.With(Rgb, "IDAT", "iTXt", [.. "XML:com.adobe.xmp\0\u0001\0\0\0"u8, .. PngRecipe.Zlib(Secret)])),
        ["EXIF with a thumbnail"] = (Rgb, PngSurgery.With(Rgb, "IEND", "eXIf", [.. JpegRecipe.ExifWith(1, true), .. Secret])),
        ["second density"] = (WithDensity(Rgb), PngSurgery.With(WithDensity(Rgb), "IDAT", "pHYs", [.. Secret.AsSpan(0, 8), 1])),
        ["name of a colour profile"] = (Profiled, PngSurgery.With(Rgb, "IDAT", "iCCP", Profile("9912315432109", []))),
        ["bytes behind a colour profile"] = (Profiled, PngSurgery.With(Rgb, "IDAT", "iCCP", Profile("any name", [.. Secret, 0, 0, 0, 1]))),
        ["second colour profile"] = (Profiled, PngSurgery.With(Profiled, "IDAT", "iCCP", Profile("9912315432109", []))),
        ["spare bits of rows"] = (Bits, new PngRecipe(0, 1) { HasSpareOnes = true }.Encode(Width, Height, (x, y, _) => (x * y) & 1)),
        ["spare bits of interlaced rows"] = (Pairs, new PngRecipe(0, 2, IsInterlaced: true) { HasSpareOnes = true }.Encode(Width, Height, (x, y, _) => (x + y) & 3)),
        ["filters of rows"] = (Rgb, new PngRecipe(2, 8) { Filter = 3 }.Encode(Width, Height, Sample)),
        ["how the data were compressed"] = (Rgb, new PngRecipe(2, 8) { Level = CompressionLevel.NoCompression }.Encode(Width, Height, Sample)),
        ["where the data are cut into chunks"] = (Rgb, new PngRecipe(2, 8) { Split = 13 }.Encode(Width, Height, Sample)),
        ["unused palette entries"] = (Indexed, WithPalette(Indexed, palette => [.. palette, .. Secret, 1, 2])),
        ["unused palette entries with alpha"] = (Indexed, PngSurgery.With(WithPalette(Indexed, palette => [.. palette, .. Secret, 1, 2]), "IDAT", "tRNS", [255, 255, 255, .. Secret.AsSpan(0, 5)])),
        ["order of a palette"] = (Indexed, new PngRecipe(3, 8).Encode(Width, Height, (x, _, _) => 2 - (x % 3), [200, 0, 0, 9, 9, 9, 0, 0, 0])),
        ["same colour twice in a palette"] = (Indexed, new PngRecipe(3, 8).Encode(Width, Height, (x, y, _) => (x % 3) + (y % 2 * 3), [0, 0, 0, 9, 9, 9, 200, 0, 0, 0, 0, 0, 9, 9, 9, 200, 0, 0])),
        ["histogram"] = (Indexed, PngSurgery.With(Indexed, "IDAT", "hIST", [.. Secret.AsSpan(0, 6)])),
        ["transparent colour of no pixel"] = (Rgb, PngSurgery.With(Rgb, "IDAT", "tRNS", 0, 1, 0, 2, 0, 201)),
        ["high bits of a transparent colour"] = (PngSurgery.With(Bits, "IDAT", "tRNS", 0, 1), PngSurgery.With(Bits, "IDAT", "tRNS", 0x99, 0x13)),
    };

    private static readonly Dictionary<string, byte[]> Refused = new()
    {
        ["data after the last row"] = WithRows(Rgb, rows => [.. rows, .. Secret]),
        ["bytes after the compressed data"] = WithZlib(Rgb, zlib => [.. zlib, .. Secret]),
        ["frame of an animation"] = PngSurgery.With(Rgb, "IEND", "fdAT", Secret),
        ["animation of one frame"] = PngSurgery.With(PngSurgery.With(Rgb, "IDAT", "acTL", 0, 0, 0, 1, 0, 0, 0, 0), "IDAT", "fcTL", new byte[26]),
        ["critical chunk of one program"] = PngSurgery.With(Rgb, "IDAT", "JDAT", Secret),
        ["chunk between pixels"] = WithTextBetween(Rgb),
    };

    public static TheoryData<string> Places => [.. Hidden.Keys];

    public static TheoryData<string> RefusedPlaces => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void The_copy_is_that_of_a_file_without_what_is_hidden_here(string place)
    {
        var (clean, planted) = Hidden[place];
        Assert.NotEqual(clean, planted);
        Assert.Equal(ImageMasker.Mask(clean, Areas).Bytes, ImageMasker.Mask(planted, Areas).Bytes);
    }

    [Theory]
    [MemberData(nameof(RefusedPlaces))]
    public void There_is_no_copy_of_a_file_with_something_here(string place) =>
        Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(Refused[place], Areas));

    [Fact]
    public void Colours_of_transparent_pixels_outside_the_mask_stay_and_the_proof_says_so()
    {
        var clear = new PngRecipe(6, 8).Encode(Width, Height, (x, y, channel) => channel < 3 ? x * 5 : y < 5 ? 0 : 255);
        var masked = ImageMasker.Mask(clear, Areas);
        Assert.Equal([20, 20, 20, 0], new PngSamples(masked.Bytes)[4, 2]);
        Assert.Contains("colours of transparent pixels", masked.Kept);

        var palette = new PngRecipe(3, 8) { Before = [("tRNS", [0])] }.Encode(Width, Height, (x, _, _) => x % 3, [0, 90, 0, 9, 9, 9, 200, 0, 0]);
        Assert.Contains("colours of transparent pixels", ImageMasker.Mask(palette, Areas).Kept);
    }

    [Fact]
    public void Nothing_is_said_of_transparent_pixels_that_are_black_or_under_the_mask()
    {
        var black = new PngRecipe(4, 16).Encode(Width, Height, (x, y, channel) => y < 5 ? 0 : channel == 1 ? 65535 : x);
        Assert.Empty(ImageMasker.Mask(black, Areas).Kept);

        var covered = new PngRecipe(6, 16).Encode(Width, Height, (x, y, channel) => channel == 3 && x is >= 12 and < 28 && y is >= 12 and < 18 ? 0 : 300 + x);
        Assert.Empty(ImageMasker.Mask(covered, Areas).Kept);
    }

    private static int Sample(int x, int y, int channel) => (x * 3) + (y * 2) + (channel * 20);

    private static byte[] WithDensity(byte[] file) => PngSurgery.With(file, "IDAT", "pHYs", 0, 0, 1, 0, 0, 0, 1, 0, 1);

    private static byte[] Profile(string name, byte[] behind) =>
        [.. Encoding.Latin1.GetBytes(name), 0, 0, .. PngRecipe.Zlib(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "sRGB-v2-micro.icc"))), .. behind];

    private static byte[] WithZlib(byte[] file, Func<byte[], byte[]> change)
    {
        var chunks = PngSurgery.Split(file);
        var zlib = chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data).ToArray();
        return PngSurgery.Join([.. chunks.TakeWhile(chunk => chunk.Type != "IDAT"), ("IDAT", change(zlib)), ("IEND", [])]);
    }

    private static byte[] WithRows(byte[] file, Func<byte[], byte[]> change) => WithZlib(file, zlib => PngRecipe.Zlib(change(PngRecipe.Inflate(zlib))));

    private static byte[] WithPalette(byte[] file, Func<byte[], byte[]> change) =>
        PngSurgery.Join(PngSurgery.Split(file).Select(chunk => chunk.Type == "PLTE" ? (chunk.Type, change(chunk.Data)) : chunk));

    private static byte[] WithTextBetween(byte[] file)
    {
        var chunks = PngSurgery.Split(file);
        chunks.Insert(chunks.FindIndex(chunk => chunk.Type == "IDAT") + 1, ("tEXt", Secret));
        return PngSurgery.Join(chunks);
    }
}
