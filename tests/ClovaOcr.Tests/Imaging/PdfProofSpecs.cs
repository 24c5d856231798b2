using System;
using System.Collections.Generic;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The check finds every kind of bad copy of a PDF: each is made by hand from a good one, or is a good copy of something else.</summary>
public class PdfProofSpecs
{
    private static readonly Polygon[] Areas = [Polygon.Rectangle(17, 9, 30, 14)];
    private static readonly PdfRecipe Gray = new PdfRecipe { Width = 45 }.With(1, (x, y, _) => x + y);
    private static readonly PdfRecipe Bits = new PdfRecipe { Width = 45, Bits = 1 }.With(1, (x, y, _) => x * y);
    private static readonly PdfRecipe Palette = new PdfRecipe { Bits = 2, ColorSpace = "[/Indexed /DeviceRGB 2 <00000010101099AABB>]" }.With(1, (x, _, _) => x % 3);
    private static readonly PdfRecipe Photo = new() { ColorSpace = "/DeviceRGB", Filter = "/Filter /DCTDecode", Data = new JpegRecipe().Encode(new(48, 40, 3)) };

    private static readonly Dictionary<string, (PdfRecipe Source, Func<byte[], byte[]> Spoil, string Word)> Spoiled = new()
    {
        ["source itself"] = (Gray, _ => Gray.Encode(), "no place"),
        ["a byte after it"] = (Gray, file => [.. file, 10], "no place"),
        ["a byte before it"] = (Gray, file => [10, .. file], "no place"),
        ["a comment"] = (Gray, file => Insert(file, "\nendobj\n2 0 obj", "\n% x"), "no place"),
        ["another version"] = (Gray, file => Replace(file, "%PDF-1.4", "%PDF-1.5"), "no place"),
        ["another entry of the page"] = (Gray, file => Replace(file, "/Contents 4 0 R", "/Contents 4 0 R /X 1"), "no place"),
        ["information"] = (Gray, file => Replace(file, "/Root 1 0 R", "/Root 1 0 R /Info 6 0 R"), "no place"),
        ["an object more"] = (Gray, file => Insert(file, "xref\n0 6", "6 0 obj\n(x)\nendobj\n"), "no place"),
        ["a number written at length"] = (Gray, file => Replace(file, "240 200]", "240.0 200]"), "no place"),
        ["a length of three decimals"] = (Gray, file => Replace(file, "240 200]", "240 200.001]"), "no place"),
        ["a length past any page"] = (Gray, file => Replace(file, "240 200]", "240 123456]"), "no place"),
        ["a step of three decimals"] = (Gray, file => Replace(file, "240 0 0 200 0 0 cm", "240 0 0 200 0 0.001 cm"), "no place"),
        ["more content"] = (Gray, file => Replace(file, "/Im0 Do Q", "/Im0 Do Q /Im0 Do"), "no place"),
        ["a longer stream"] = (Gray, file => Replace(file, " Do Q\nendstream", " Do Q\n\nendstream"), "no place"),
        ["another start"] = (Gray, file => Replace(file, "startxref\n", "startxref\n1"), "no place"),
        ["a turn by a half"] = (Gray, file => Replace(file, "200] ", "200] /Rotate 45 "), "no place"),
        ["a profile that nobody knows"] = (Gray, file => Replace(file, "/DeviceGray", "[/ICCBased 6 0 R]"), "no place"),
        ["bytes after the samples"] = (Gray, file => Longer(file, [0, 0]), ""),
        ["a bit after a row's last pixel"] = (Bits, file => Recompressed(file, rows => rows[5] |= 1), "no place"),
        ["a checksum that is wrong"] = (Bits, file => Changed(file, data => data[^1] ^= 1), "no place"),
        ["fewer samples"] = (Gray, file => Replace(file, "/Height 40", "/Height 41"), "too early"),
        ["more samples"] = (Gray, file => Replace(file, "/Height 40", "/Height 39"), "no place"),
        ["a colour that no pixel has"] = (Palette, file => Restarted(Replace(file, " 2 <00000010101099AABB>", " 3 <00000010101099AABB102030>")), "colour"),
        ["a palette that is too long"] = (Palette, file => Restarted(Replace(file, "99AABB>", "99AABB10>")), "colour"),
        ["another colour of the palette"] = (Palette, file => Replace(file, "99AABB>", "99AABC>"), "outside"),
        ["white for black"] = (Palette, file => Replace(file, "<000000", "<FFFFFF"), "outside"),
        ["a JPEG's comment"] = (Photo, file => Remade(file, jpeg => JpegSurgery.With(jpeg, 0xDB, 0xFE, [65])), "no place"),
        ["bytes after a JPEG"] = (Photo, file => Remade(file, jpeg => [.. jpeg, 65]), ""),
        ["a JPEG that covers more"] = (Photo, _ => ImageMasker.Mask(Photo.Encode(), [Polygon.Rectangle(2, 2, 44, 30)]).Bytes, "outside"),
        ["a JPEG that covers nothing"] = (Photo, file => Remade(file, _ => ImageMasker.Mask(Photo.Data, [Polygon.Rectangle(40, 36, 44, 38)]).Bytes), "not"),
        ["another part covered"] = (Gray, _ => ImageMasker.Mask(Gray.Encode(), [Polygon.Rectangle(1, 1, 4, 4)]).Bytes, "not"),
        ["another picture"] = (Gray, _ => Mask(Gray.With(1, (x, y, _) => x + y + (x == 44 && y == 39 ? 1 : 0))), "outside"),
        ["another size"] = (Gray, _ => Mask((Gray with { Width = 46 }).With(1, (x, y, _) => x + y)), "size"),
        ["other colours"] = (Gray, _ => Mask((Gray with { ColorSpace = "/DeviceRGB" }).With(3, (x, y, _) => x + y)), "coded"),
        ["other bits"] = (Gray, _ => Mask((Gray with { Bits = 4 }).With(1, (x, y, _) => x + y)), "coded"),
        ["colours turned over"] = (Gray, _ => Mask(Gray with { Image = "/Decode [1 0]" }), "coded"),
        ["another place"] = (Gray, _ => Mask(Gray with { Content = "q 230 0 0 200 0 0 cm /Im0 Do Q" }), "place"),
        ["a place mirrored"] = (Gray, _ => Mask(Gray with { Content = "q -240 0 0 200 240 0 cm /Im0 Do Q" }), "place"),
        ["a place turned over"] = (Gray, _ => Mask(Gray with { Content = "q 240 0 0 -200 0 200 cm /Im0 Do Q" }), "place"),
        ["another page"] = (Gray, _ => Mask(Gray with { Box = "/MediaBox [0 0 240 210]" }), "place"),
        ["a turned page"] = (Gray, _ => Mask(Gray with { Page = "/Rotate 180" }), "place"),
    };

    public static TheoryData<string> Kinds => [.. Spoiled.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_bad_copy_is_not_kept(string kind)
    {
        var (recipe, spoil, word) = Spoiled[kind];
        var source = recipe.Encode();
        var masked = ImageMasker.Mask(source, Areas);
        MaskProof.Check(source, Areas, masked);

        var bytes = spoil(masked.Bytes);
        Assert.NotEqual(masked.Bytes, bytes);
        var problem = Assert.Throws<ClovaOcrException>(() => MaskProof.Check(source, Areas, masked with { Bytes = bytes }));
        Assert.Equal(ClovaOcrErrorKind.MaskNotProved, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private static byte[] Mask(PdfRecipe recipe) => ImageMasker.Mask(recipe.Encode(), Areas).Bytes;

    private static byte[] Replace(byte[] file, string what, string with)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(what, with, StringComparison.Ordinal));
    }

    private static byte[] Insert(byte[] file, string before, string text) => Replace(file, before, text + before);

    // A picture with other data, everything around it right.
    private static byte[] WithData(byte[] file, Func<byte[], byte[]> change)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = text.IndexOf("stream\n", text.IndexOf("/Subtype /Image", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        var end = text.LastIndexOf("\nendstream", StringComparison.Ordinal);
        var data = change(Encoding.Latin1.GetBytes(text[start..end]));
        var head = text[..start].Replace($"/Length {end - start} >>", $"/Length {data.Length} >>", StringComparison.Ordinal);
        return Restarted(Encoding.Latin1.GetBytes(head + Encoding.Latin1.GetString(data) + text[end..]));
    }

    // The table of objects has moved, but no object has.
    private static byte[] Restarted(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        return Encoding.Latin1.GetBytes(text[..start] + $"{text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1}\n%%EOF\n");
    }

    private static byte[] Longer(byte[] file, byte[] more) => WithData(file, data => [.. data, .. more]);

    private static byte[] Changed(byte[] file, Action<byte[]> change) => WithData(file, data =>
    {
        change(data);
        return data;
    });

    private static byte[] Remade(byte[] file, Func<byte[], byte[]> change) => WithData(file, change);

    private static byte[] Recompressed(byte[] file, Action<byte[]> change) => WithData(file, data =>
    {
        using var rows = new System.IO.MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(new System.IO.MemoryStream(data), System.IO.Compression.CompressionMode.Decompress)) zlib.CopyTo(rows);
        var changed = rows.ToArray();
        change(changed);
        return PngRecipe.Zlib(changed);
    });
}
