using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Pdf;
using UglyToad.PdfPig;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class PdfMaskingSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(17, 9, 30, 14)];
    private static readonly PixelRectangle Covered = new(16, 8, 16, 8);

    private static readonly Dictionary<string, (PdfRecipe Recipe, int Samples, Func<byte[], byte[]> Code)> Kinds = MakeKinds();

    public static TheoryData<string> EveryKind => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void What_is_covered_does_not_change_a_byte_and_all_else_stays(string kind)
    {
        var (recipe, samples, code) = Kinds[kind];
        var copies = Enumerable.Range(1, 3).Select(secret =>
        {
            Func<int, int, int, int> sampleAt = (x, y, channel) => Sample(x, y, channel, secret, recipe.Bits);
            var data = kind.Contains("predictor 2", StringComparison.Ordinal) ? PdfCodings.TiffRows(recipe, samples, sampleAt) : recipe.Pack(samples, sampleAt);
            return ImageMasker.Mask((recipe with { Data = code(data) }).Encode(), Areas);
        }).ToArray();
        Assert.All(copies, copy => Assert.Equal(copies[0].Bytes, copy.Bytes));
        Assert.Equal([Covered], copies[0].Covered);

        var isBlackOnes = samples == 4 != recipe.Image.Contains("/Decode [1 0", StringComparison.Ordinal);
        var expected = recipe.Pack(samples, (x, y, channel) => x is >= 16 and < 32 && y is >= 8 and < 16
            ? (isBlackOnes ? (1 << recipe.Bits) - 1 : 0)
            : Sample(x, y, channel, 1, recipe.Bits));
        Assert.Equal(expected, SamplesOf(copies[0].Bytes));
    }

    [Theory]
    [InlineData("/DeviceRGB", 3, 8, 7)]
    [InlineData("/DeviceGray", 1, 8, 200)]
    [InlineData("/DeviceCMYK", 4, 8, 16)]
    [InlineData("/DeviceRGB", 3, 4, 16)]
    [InlineData("/DeviceRGB", 3, 2, 3)]
    [InlineData("/DeviceRGB", 3, 1, 2)]
    [InlineData("/DeviceRGB", 3, 8, 256)]
    [InlineData("/CalRGB << /WhitePoint [0.95 1 1.09] >>", 3, 8, 40)]
    public void What_is_covered_does_not_change_a_byte_through_the_palette(string space, int entrySamples, int bits, int colors)
    {
        // The same visible colours in another order, among hidden ones that only covered pixels have.
        var copies = Enumerable.Range(0, 3).Select(secret =>
        {
            var order = Enumerable.Range(0, colors).Select(i => (i + secret) % colors).ToArray();
            var places = order.Select((color, place) => (color, place)).ToDictionary(item => item.color, item => item.place);
            var palette = string.Concat(order.SelectMany(color => Enumerable.Range(1, entrySamples).Select(i => ((color * i * 5) & 255).ToString("X2", null))));
            var recipe = new PdfRecipe
            {
                Bits = bits,
                ColorSpace = $"[/Indexed {(space.Contains('<', StringComparison.Ordinal) ? $"[{space}]" : space)} {colors - 1} <{palette}>]",
            }.With(1, (x, y, _) => x is >= 16 and < 32 && y is >= 8 and < 16 ? (x * y * secret) % colors : places[((x + (y * 48)) * 3) % colors]);
            return ImageMasker.Mask(recipe.Encode(), Areas).Bytes;
        }).ToArray();
        Assert.All(copies, copy => Assert.Equal(copies[0], copy));
    }

    [Fact]
    public void A_palette_may_be_a_stream()
    {
        var text = new PdfRecipe { Bits = 1, ColorSpace = "[/Indexed /DeviceRGB 1 <FFEEDD102030>]" }.With(1, (x, y, _) => (x + y) & 1);
        var stream = text with { ColorSpace = "[/Indexed /DeviceRGB 1 6 0 R]", Others = [("<< >>", [0xFF, 0xEE, 0xDD, 0x10, 0x20, 0x30])] };
        Assert.Equal(ImageMasker.Mask(text.Encode(), Areas).Bytes, ImageMasker.Mask(stream.Encode(), Areas).Bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_JPEG_keeps_its_coefficients_and_gives_the_same_copy_whatever_is_covered(bool isTurnedOver)
    {
        foreach (var recipe in JpegRecipe.Maskable().Where((_, i) => i % 3 == 0))
        {
            // An ink's own black is a full one, and a JPEG has its inks turned over.
            var isInks = recipe.Channels == 4;
            var pdf = new PdfRecipe
            {
                ColorSpace = isInks ? "/DeviceCMYK" : recipe.Channels == 1 ? "/DeviceGray" : "/DeviceRGB",
                Filter = "/Filter /DCTDecode",
                Image = isInks != isTurnedOver ? $"/Decode [{string.Join(' ', Enumerable.Repeat("1 0", recipe.Channels))}]" : "",
            };
            var copies = Enumerable.Range(1, 2).Select(secret => recipe.Encode(new(48, 40, recipe.Channels, (18, 10, 28, 13), secret)))
                .Select(jpeg => (Jpeg: jpeg, Copy: ImageMasker.Mask((pdf with { Data = jpeg }).Encode(), Areas))).ToArray();
            Assert.Equal(copies[0].Copy.Bytes, copies[1].Copy.Bytes);

            var alone = ImageMasker.Mask(copies[0].Jpeg, Areas);
            Assert.Equal(!isTurnedOver, copies[0].Copy.Bytes.AsSpan().IndexOf(alone.Bytes) > 0);
            Assert.Equal(alone.Covered, copies[0].Copy.Covered);
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void The_brightness_of_the_picture_is_what_its_page_shows(string kind)
    {
        // Samples of four bits or more: black and white quarters, of one sample or of all.
        var (recipe, samples, code) = Kinds[kind];
        if (recipe.Bits < 4 || kind.Contains("predictor 2", StringComparison.Ordinal)) return;
        var isBlackOnes = samples == 4 != recipe.Image.Contains("/Decode [1 0", StringComparison.Ordinal);
        var data = recipe.Pack(samples, (x, y, _) => (x < 16 == y < 16) == isBlackOnes ? (1 << recipe.Bits) - 1 : 0);
        var gray = PdfGray.Read((recipe with { Data = code(data) }).Encode(), 1000);
        Assert.Equal((recipe.Width, recipe.Height, 1), (gray.Width, gray.Height, gray.Scale));
        for (var y = 0; y < gray.Height; y++)
            for (var x = 0; x < gray.Width; x++) Assert.Equal(x < 16 == y < 16 ? 0 : 255, gray.Row(y)[x]);
    }

    [Fact]
    public void A_standard_colour_profile_is_kept_and_any_other_dropped()
    {
        var profile = System.IO.File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "sRGB-v2-micro.icc"));
        var recipe = new PdfRecipe { ColorSpace = "[/ICCBased 6 0 R]", Others = [("<< /N 3 >>", profile)] }.With(3, (x, y, channel) => x + y + channel);
        var masked = ImageMasker.Mask(recipe.Encode(), Areas);
        Assert.Contains("ICC profile sRGB v2 micro (compact)", masked.Kept);
        Assert.True(masked.Bytes.AsSpan().IndexOf(profile) > 0);

        profile[^1] ^= 1;
        var other = ImageMasker.Mask(recipe.Encode(), Areas);
        Assert.Contains("ICC profile", other.Dropped);
        Assert.Equal(ImageMasker.Mask((recipe with { ColorSpace = "/DeviceRGB", Others = [] }).Encode(), Areas).Bytes, other.Bytes);
    }

    [Fact]
    public void Bits_after_a_rows_last_pixel_are_not_taken_over()
    {
        var recipe = new PdfRecipe { Width = 45, Bits = 1 };
        var clean = recipe.Pack(1, (x, y, _) => (x * y) & 1);
        var full = clean.Select((value, i) => i % 6 == 5 ? (byte)(value | 7) : value).ToArray();
        Assert.NotEqual(clean, full);
        Assert.Equal(
            ImageMasker.Mask((recipe with { Data = clean }).Encode(), Areas).Bytes,
            ImageMasker.Mask((recipe with { Data = full }).Encode(), Areas).Bytes);
    }

    [Fact]
    public void A_form_that_only_draws_the_picture_is_looked_into()
    {
        var direct = new PdfRecipe().With(1, (x, y, _) => x * y);
        var form = direct with
        {
            Content = "q 2 0 0 2 0 0 cm /Fm0 Do Q",
            Resources = "/Ignored << >>",
            Others = [("<< /Type /XObject /Subtype /Form /BBox [0 0 120 100] /Matrix [1 0 0 1 0 0] /Resources << /XObject << /Im0 5 0 R >> >> >>", "q 120 0 0 100 0 0 cm /Im0 Do Q"u8.ToArray())],
        };
        var file = System.Text.Encoding.Latin1.GetString(form.Encode()).Replace("/XObject << /Im0 5 0 R >> /Ig", "/XObject << /Fm0 6 0 R >> /Ig", StringComparison.Ordinal);
        Assert.Equal(ImageMasker.Mask(direct.Encode(), Areas).Bytes, ImageMasker.Mask(System.Text.Encoding.Latin1.GetBytes(file), Areas).Bytes);
    }

    private static Dictionary<string, (PdfRecipe Recipe, int Samples, Func<byte[], byte[]> Code)> MakeKinds()
    {
        var kinds = new Dictionary<string, (PdfRecipe, int, Func<byte[], byte[]>)>();
        foreach (var (space, samples) in new[] { ("/DeviceGray", 1), ("/DeviceRGB", 3), ("/DeviceCMYK", 4) })
        {
            foreach (var bits in new[] { 1, 2, 4, 8, 16 })
            {
                var plain = new PdfRecipe { Width = 45, Height = 37, ColorSpace = space, Bits = bits };
                var (rowBytes, step) = (((plain.Width * samples * bits) + 7) / 8, ((samples * bits) + 7) / 8);
                var shape = $"/Colors {samples} /BitsPerComponent {bits} /Columns {plain.Width}";
                var name = $"{space} {bits} bits";
                kinds[$"{name} plain"] = (plain, samples, data => data);
                kinds[$"{name} turned over"] = (plain with { Image = $"/Decode [{string.Join(' ', Enumerable.Repeat("1 0", samples))}]", Filter = "/Filter /FlateDecode" }, samples, data => PngRecipe.Zlib(data));
                kinds[$"{name} predictor 15"] = (plain with { Filter = $"/Filter /FlateDecode /DecodeParms << /Predictor 15 {shape} >>" }, samples, data => PngRecipe.Zlib(PdfCodings.PngRows(data, rowBytes, step, y => y % 5)));
                if (bits is 1 or 8 or 16) kinds[$"{name} predictor 2"] = (plain with { Filter = $"/Filter /FlateDecode /DecodeParms << /Predictor 2 {shape} >>" }, samples, data => PngRecipe.Zlib(data));
            }
        }

        var rgb = new PdfRecipe { ColorSpace = "/DeviceRGB" };
        for (var predictor = 10; predictor <= 14; predictor++)
        {
            var filter = predictor - 10;
            kinds[$"predictor {predictor}"] = (rgb with { Filter = $"/Filter [/FlateDecode] /DecodeParms [<< /Predictor {predictor} /Colors 3 /Columns 48 >>]" }, 3, data => PngRecipe.Zlib(PdfCodings.PngRows(data, 144, 3, _ => filter)));
        }

        kinds["hexadecimal"] = (rgb with { Filter = "/Filter /ASCIIHexDecode" }, 3, PdfCodings.Hexadecimal);
        kinds["base 85"] = (rgb with { Filter = "/Filter [/ASCII85Decode]" }, 3, PdfCodings.Base85);
        kinds["runs"] = (rgb with { Filter = "/Filter /RunLengthDecode" }, 3, PdfCodings.Runs);
        kinds["LZW"] = (rgb with { Filter = "/Filter /LZWDecode" }, 3, PdfCodings.Lzw);
        kinds["base 85 of deflated"] = (rgb with { Filter = "/Filter [/ASCII85Decode /FlateDecode] /DecodeParms [null << /Predictor 1 >>]" }, 3, data => PdfCodings.Base85(PngRecipe.Zlib(data)));
        kinds["hexadecimal of LZW"] = (rgb with { Filter = "/Filter [/ASCIIHexDecode /LZWDecode]" }, 3, data => PdfCodings.Hexadecimal(PdfCodings.Lzw(data)));
        kinds["calibrated gray"] = (new PdfRecipe { ColorSpace = "[/CalGray << /WhitePoint [0.95 1 1.09] /Gamma 2.2 >>]" }, 1, data => data);
        return kinds;
    }

    private static int Sample(int x, int y, int channel, int secret, int bits)
    {
        var isSecret = x is >= 16 and < 32 && y is >= 8 and < 16;
        var value = isSecret ? (x * y * (secret + 3)) + (secret * 977) + channel : (x * 5) + (y * 3) + (x * y / 9) + (channel * 40);
        return bits == 16 ? (value * 257) & 0xFFFF : (value & 255) >> (8 - bits);
    }

    private static byte[] SamplesOf(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var image = document.GetPage(1).GetImages().Single();
        Assert.True(image.TryGetBytesAsMemory(out var samples));
        return samples.ToArray();
    }
}
