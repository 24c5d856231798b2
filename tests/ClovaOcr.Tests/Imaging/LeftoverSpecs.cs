using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A secret planted in every place of a file that is not a pixel must be in no copy.</summary>
public class LeftoverSpecs
{
    private const string Secret = "9912315432109";
    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly byte[] Jpeg = new JpegRecipe().Encode(new(48, 40, 3));
    private static readonly byte[] Png = new PngRecipe(2, 8).Encode(48, 40, (x, y, channel) => x + y + channel);
    private static readonly Dictionary<string, (byte[] File, string Dropped)> Planted = new()
    {
        ["JPEG comment"] = (JpegSurgery.With(Jpeg, 0xDB, 0xFE, SecretBytes), "comment"),
        ["JPEG EXIF"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE1, JpegRecipe.Exif(6, true, Secret).Data), "EXIF"),
        ["JPEG second EXIF"] = (JpegSurgery.With(JpegSurgery.With(Jpeg, 0xDB, 0xE1, JpegRecipe.Exif(6).Data), 0xDB, 0xE1, JpegRecipe.Exif(3, true, Secret).Data), "EXIF"),
        ["JPEG XMP"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. SecretBytes]), "XMP"),
        ["JPEG other APP1"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE1, SecretBytes), "APP1 data"),
        ["JPEG unknown ICC profile"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. SecretBytes]), "ICC profile"),
        ["JPEG empty ICC piece"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE2, [.. "ICC_PROFILE\0"u8, 0, 0, .. SecretBytes]), "ICC profile"),
        ["JPEG multi-picture index"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE2, [.. "MPF\0"u8, .. SecretBytes]), "multi-picture index"),
        ["JPEG Photoshop"] = (JpegSurgery.With(Jpeg, 0xDB, 0xED, [.. "Photoshop 3.0\0"u8, .. SecretBytes]), "Photoshop data"),
        ["JPEG maker's APP4"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE4, SecretBytes), "APP4 data"),
        ["JPEG JFIF thumbnail"] = (JpegSurgery.Change(JpegSurgery.With(JpegSurgery.Without(Jpeg, 0xE0), 0xDB, 0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 3, 3, .. SecretBytes, .. new byte[14]]), 0xE0, _ => { }), "JFIF thumbnail"),
        ["JPEG JFIF extension"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE0, [.. "JFXX\0"u8, 0x10, .. SecretBytes]), "JFIF extension"),
        ["JPEG second JFIF header"] = (JpegSurgery.With(Jpeg, 0xDB, 0xE0, [.. "JFIF\0"u8, 1, 1, .. SecretBytes]), "JFIF header"),
        ["JPEG unused quantisation table"] = (JpegSurgery.With(Jpeg, 0xC0, 0xDB, [3, .. SecretBytes, .. Enumerable.Repeat((byte)1, 51)]), "unused quantisation table"),
        ["JPEG replaced quantisation table"] = (JpegSurgery.With(Jpeg, 0xDB, 0xDB, [0, .. SecretBytes, .. Enumerable.Repeat((byte)1, 51)]), "replaced quantisation table"),
        ["JPEG after its end"] = ([.. Jpeg, .. SecretBytes], "bytes after the picture"),
        ["JPEG second picture after its end"] = ([.. Jpeg, .. JpegSurgery.With(Jpeg, 0xDB, 0xFE, SecretBytes)], "bytes after the picture"),
        ["PNG tEXt"] = (PngSurgery.With(Png, "IDAT", "tEXt", [.. "Comment\0"u8, .. SecretBytes]), "text"),
        ["PNG iTXt"] = (PngSurgery.With(Png, "IDAT", "iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. SecretBytes]), "text"),
        ["PNG zTXt after the pixels"] = (PngSurgery.With(Png, "IEND", "zTXt", SecretBytes), "text"),
        ["PNG private chunk"] = (PngSurgery.With(Png, "IDAT", "prVt", SecretBytes), "private chunk"),
        ["PNG EXIF"] = (PngSurgery.With(Png, "IDAT", "eXIf", [.. JpegRecipe.ExifWith(6, true), .. SecretBytes]), "EXIF"),
        ["PNG second EXIF"] = (PngSurgery.With(PngSurgery.With(Png, "IDAT", "eXIf", JpegRecipe.ExifWith(3, true)), "IEND", "eXIf", [.. JpegRecipe.ExifWith(6, true), .. SecretBytes]), "EXIF"),
        ["PNG unknown ICC profile"] = (PngSurgery.With(Png, "IDAT", "iCCP", [.. "x\0\0"u8, .. PngRecipe.Zlib(SecretBytes)]), "ICC profile"),
        ["PNG broken ICC profile"] = (PngSurgery.With(Png, "IDAT", "iCCP", [.. "x\0\0"u8, .. SecretBytes]), "ICC profile"),
        ["PNG odd gamma"] = (PngSurgery.With(Png, "IDAT", "gAMA", SecretBytes), "gamma"),
        ["PNG odd chromaticities"] = (PngSurgery.With(Png, "IDAT", "cHRM", [.. SecretBytes, .. new byte[19]]), "chromaticities"),
        ["PNG long density"] = (PngSurgery.With(Png, "IDAT", "pHYs", SecretBytes), "pixel density"),
        ["PNG suggested palette"] = (PngSurgery.With(Png, "IDAT", "PLTE", [.. SecretBytes, 0, 0]), "suggested palette"),
        ["PNG named palette"] = (PngSurgery.With(Png, "IDAT", "sPLT", SecretBytes), "suggested palette"),
        ["PNG histogram"] = (PngSurgery.With(Png, "IDAT", "hIST", SecretBytes), "histogram"),
        ["PNG time"] = (PngSurgery.With(Png, "IDAT", "tIME", SecretBytes), "time"),
        ["PNG after its end"] = ([.. Png, .. SecretBytes], "bytes after the picture"),
    };

    public static TheoryData<string> Places => [.. Planted.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_secret_in_this_place_is_not_in_the_copy(string place)
    {
        var (file, dropped) = Planted[place];
        Assert.True(file.AsSpan().IndexOf(SecretBytes) >= 0 || place.Contains("ICC", StringComparison.Ordinal));

        var masked = ImageMasker.Mask(file, Areas);
        Assert.Equal(-1, masked.Bytes.AsSpan().IndexOf(SecretBytes));
        Assert.Contains(dropped, masked.Dropped);
        Assert.DoesNotContain(masked.Dropped.Concat(masked.Kept), name => name.Contains(Secret, StringComparison.Ordinal));

        // But for what was planted, the copy is the one of the file without it.
        var clean = ImageMasker.Mask(place.StartsWith("JPEG", StringComparison.Ordinal) ? Jpeg : Png, Areas);
        if (masked.Orientation == clean.Orientation && !place.Contains("JFIF thumbnail", StringComparison.Ordinal)) Assert.Equal(clean.Bytes, masked.Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_copy_keeps_its_orientation(int orientation)
    {
        var jpeg = ImageMasker.Mask(JpegSurgery.With(Jpeg, 0xDB, 0xE1, JpegRecipe.Exif(orientation).Data), Areas);
        var png = ImageMasker.Mask(PngSurgery.With(Png, "IEND", "eXIf", JpegRecipe.ExifWith(orientation, false)), Areas);
        foreach (var masked in new[] { jpeg, png })
        {
            Assert.Equal(orientation, masked.Orientation.ExifValue);
            Assert.Equal(masked.Orientation, ImageHeader.Read(masked.Bytes)!.Orientation);
            Assert.Equal(orientation > 1, masked.Kept.Contains("orientation"));
        }

        Assert.Equal(orientation, new Skia(jpeg.Bytes).Origin);
    }

    [Fact]
    public void A_JPEG_keeps_its_density_and_colour_transform()
    {
        var rgb = new JpegRecipe { Color = BitMiracle.LibJpeg.Classic.J_COLOR_SPACE.JCS_RGB, Across = 1, Down = 1, HasJfif = false }.Encode(new(48, 40, 3));
        Assert.Equal(["Adobe colour transform"], ImageMasker.Mask(rgb, Areas).Kept);

        var dense = JpegSurgery.Change(Jpeg, 0xE0, header => (header[11], header[12], header[13], header[14], header[15]) = (1, 1, 0x2C, 0, 150));
        var masked = ImageMasker.Mask(dense, Areas);
        Assert.Equal(["pixel density"], masked.Kept);
        Assert.Equal([1, 1, 0x2C, 0, 150], masked.Bytes.AsSpan(13, 5).ToArray());
    }

    [Fact]
    public void A_PNG_keeps_what_says_nothing_but_how_to_show_it()
    {
        byte[] chromaticities = [.. new[] { 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000 }.SelectMany(n => new[] { (byte)(n >> 24), (byte)(n >> 16), (byte)(n >> 8), (byte)n })];
        var source = new PngRecipe(2, 8) { Before = [("sRGB", [1]), ("gAMA", [0, 0, 0xB1, 0x8F]), ("cHRM", chromaticities), ("pHYs", [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1])] }
            .Encode(48, 40, (x, y, _) => x * y);
        var masked = ImageMasker.Mask(source, Areas);
        Assert.Equal(["chromaticities", "gamma", "pixel density", "sRGB"], masked.Kept);
        Assert.Empty(masked.Dropped);
        Assert.Equal(["IHDR", "cHRM", "gAMA", "pHYs", "sRGB", "IDAT", "IEND"], PngSurgery.Split(masked.Bytes).Select(chunk => chunk.Type));
    }

    [Fact]
    public void A_standard_colour_profile_is_kept()
    {
        var profile = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "sRGB-v2-micro.icc"));
        var jpeg = ImageMasker.Mask(JpegSurgery.With(Jpeg, 0xDB, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]), Areas);
        var png = ImageMasker.Mask(PngSurgery.With(Png, "IDAT", "iCCP", [.. "any name\0\0"u8, .. PngRecipe.Zlib(profile)]), Areas);
        Assert.Contains("ICC profile sRGB v2 micro (compact)", jpeg.Kept);
        Assert.Contains("ICC profile sRGB v2 micro (compact)", png.Kept);
        Assert.True(jpeg.Bytes.AsSpan().IndexOf(profile) > 0);
        Assert.Contains("iCCP", PngSurgery.Split(png.Bytes).Select(chunk => chunk.Type));

        profile[^1] ^= 1;
        Assert.Contains("ICC profile", ImageMasker.Mask(JpegSurgery.With(Jpeg, 0xDB, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]), Areas).Dropped);
    }

    [Fact]
    public void Huffman_tables_are_never_the_sources()
    {
        // A table with a code for every symbol, most of them used by nothing: room for a message.
        var symbols = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        byte[] counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255];
        var planted = JpegSurgery.With(Jpeg, 0xC4, 0xC4, [0x13, .. counts, .. symbols.Take(255)]);
        Assert.Equal(ImageMasker.Mask(Jpeg, Areas).Bytes, ImageMasker.Mask(planted, Areas).Bytes);
    }
}
