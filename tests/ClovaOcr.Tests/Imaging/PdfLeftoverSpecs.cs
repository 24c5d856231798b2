using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A secret planted in every place of a PDF that is not a pixel of its page must be in no copy.</summary>
public class PdfLeftoverSpecs
{
    private const string Secret = "9912315432109";
    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);
    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly PdfRecipe Plain = new PdfRecipe().With(1, (x, y, _) => x + y);
    private static readonly byte[] Clean = Plain.Encode();
    private static readonly PdfRecipe Photo = new() { ColorSpace = "/DeviceRGB", Filter = "/Filter /DCTDecode", Data = new JpegRecipe().Encode(new(48, 40, 3)) };
    private static readonly (string, byte[]?) Stream = ("<< /Type /Metadata /Subtype /XML >>", SecretBytes);

    private static readonly Dictionary<string, (byte[] File, string Dropped)> Planted = new()
    {
        ["document information"] = (Encode(Plain with { Trailer = "/Info 6 0 R", Others = [($"<< /Title ({Secret}) >>", null)] }), "document information"),
        ["file identifier"] = (Encode(Plain with { Trailer = $"/ID [({Secret}) ({Secret})]" }), "file identifier"),
        ["own entry of the trailer"] = (Encode(Plain with { Trailer = $"/Mine ({Secret})" }), "other entries"),
        ["XMP"] = (Encode(Plain with { Catalog = "/Metadata 6 0 R", Others = [Stream] }), "XMP"),
        ["attachment"] = (Encode(Plain with { Catalog = "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 6 0 R >> >>] >> >>", Others = [("<< /Type /EmbeddedFile >>", SecretBytes)] }), "attachments and other named parts"),
        ["associated file"] = (Encode(Plain with { Catalog = "/AF [6 0 R]", Others = [($"<< /Type /Filespec /Desc ({Secret}) >>", null)] }), "attachments and other named parts"),
        ["JavaScript"] = (Encode(Plain with { Catalog = $"/OpenAction << /S /JavaScript /JS ({Secret}) >>" }), "actions"),
        ["action of the page"] = (Encode(Plain with { Page = $"/AA << /O << /S /JavaScript /JS ({Secret}) >> >>" }), "actions"),
        ["named JavaScript"] = (Encode(Plain with { Catalog = "/Names << /JavaScript << /Names [(a) 6 0 R] >> >>", Others = [($"<< /S /JavaScript /JS ({Secret}) >>", null)] }), "attachments and other named parts"),
        ["bookmarks"] = (Encode(Plain with { Catalog = "/Outlines 6 0 R", Others = [($"<< /Type /Outlines /Title ({Secret}) >>", null)] }), "bookmarks"),
        ["structure"] = (Encode(Plain with { Catalog = "/StructTreeRoot 6 0 R", Others = [($"<< /Type /StructTreeRoot /Alt ({Secret}) >>", null)] }), "document structure"),
        ["page label"] = (Encode(Plain with { Catalog = $"/PageLabels << /Nums [0 << /P ({Secret}) >>] >>" }), "page labels"),
        ["output intent"] = (Encode(Plain with { Catalog = "/OutputIntents [<< /DestOutputProfile 6 0 R >>]", Others = [("<< /N 3 >>", SecretBytes)] }), "output intent"),
        ["private data of a program"] = (Encode(Plain with { Page = $"/PieceInfo << /Illustrator << /Private ({Secret}) >> >>" }), "private data"),
        ["thumbnail"] = (Encode(Plain with { Page = "/Thumb 6 0 R", Others = [("<< /Width 13 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>", SecretBytes)] }), "thumbnail"),
        ["XMP of the page"] = (Encode(Plain with { Page = "/Metadata 6 0 R", Others = [Stream] }), "XMP"),
        ["time of the page"] = (Encode(Plain with { Page = $"/LastModified (D:{Secret})" }), "time"),
        ["resource that is not used"] = (Encode(Plain with { Resources = $"/Properties << /P0 << /Note ({Secret}) >> >>" }), ""),
        ["property of the content"] = (Encode(Plain with { Content = $"/Span << /ActualText ({Secret}) >> BDC {Plain.Content} EMC" }), ""),
        ["comment in the content"] = (Encode(Plain with { Content = $"{Plain.Content} % {Secret}" }), ""),
        ["colour in the content"] = (Encode(Plain with { Content = $"0.{Secret} g {Plain.Content}" }), ""),
        ["clip in the content"] = (Encode(Plain with { Content = $"-1 -1 300 99{Secret} re W n {Plain.Content}" }), ""),
        ["other picture that is not shown"] = (Encode(Plain with { Others = [("<< /Type /XObject /Subtype /Image /Width 13 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>", SecretBytes)] }), "objects that the page does not need"),
        ["alternate picture"] = (Encode(Plain with { Image = "/Alternates [<< /Image 6 0 R /DefaultForPrinting true >>]", Others = [("<< /Type /XObject /Subtype /Image /Width 13 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>", SecretBytes)] }), "alternate picture"),
        ["XMP of the picture"] = (Encode(Plain with { Image = "/Metadata 6 0 R", Others = [Stream] }), "XMP"),
        ["OPI of the picture"] = (Encode(Plain with { Image = $"/OPI << /2.0 << /F ({Secret}) >> >>" }), "alternate picture"),
        ["own entry of the picture"] = (Encode(Plain with { Image = $"/Mine ({Secret})" }), "other entries"),
        ["name of the picture"] = (Encode(Plain with { Image = $"/Name /N{Secret}" }), ""),
        ["colour profile"] = (Encode(Plain with { ColorSpace = "[/ICCBased 6 0 R]", Others = [("<< /N 1 >>", SecretBytes)] }), "ICC profile"),
        ["calibration"] = (Encode(Plain with { ColorSpace = $"[/CalGray << /WhitePoint [1 1 1] /Gamma 1.{Secret} >>]" }), "calibrated colours"),
        ["surplus of the palette"] = (Encode(Plain with { Bits = 4, ColorSpace = $"[/Indexed /DeviceGray 15 (0123456789ABCDEF{Secret})]" }), ""),
        ["surplus of the samples"] = (Encode(Plain with { Data = [.. Plain.Data, .. SecretBytes] }), ""),
        ["named place"] = (Encode(Plain with { Catalog = "/Names << /Dests << /Kids [6 0 R] >> >>", Others = [($"<< /Names [({Secret}) [3 0 R /Fit]] /Limits [(a) (z)] >>", null)] }), "attachments and other named parts"),
        ["bytes after its end"] = ([.. Clean, .. SecretBytes], "bytes after the end"),
        ["comment between objects"] = (Encode(Plain with { Others = [($"null\n% {Secret}", null)] }), ""),
        ["comment after the header"] = (Encode(Plain with { Header = $"%PDF-1.7\n% {Secret}\n" }), ""),
        ["earlier revision of the picture"] = (PdfRecipe.Append(Encode(Plain with { Data = [.. SecretBytes, .. Plain.Data.Skip(13)] }), "", (5, Plain.Objects()[4].Text, Plain.Data)), "earlier revision"),
        ["earlier revision of the page"] = (PdfRecipe.Append(Encode(Plain with { Page = $"/Note ({Secret})" }), "", (3, Plain.Objects()[2].Text, null)), "earlier revision"),
        ["deleted object"] = (Freed(Encode(Plain with { Others = [($"({Secret})", null)] })), "earlier revision"),
        ["EXIF of the JPEG"] = (Encode(Photo with { Data = JpegSurgery.With(Photo.Data, 0xDB, 0xE1, JpegRecipe.Exif(6, true, Secret).Data) }), "EXIF"),
        ["comment of the JPEG"] = (Encode(Photo with { Data = JpegSurgery.With(Photo.Data, 0xDB, 0xFE, SecretBytes) }), "comment"),
        ["bytes after the JPEG"] = (Encode(Photo with { Data = [.. Photo.Data, .. SecretBytes] }), "bytes after the picture"),
        ["unused table of the JPEG"] = (Encode(Photo with { Data = JpegSurgery.With(Photo.Data, 0xC0, 0xDB, [3, .. SecretBytes, .. Enumerable.Repeat((byte)1, 51)]) }), "unused quantisation table"),
    };

    public static TheoryData<string> Places => [.. Planted.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_secret_in_this_place_is_not_in_the_copy(string place)
    {
        var (file, dropped) = Planted[place];
        Assert.True(file.AsSpan().IndexOf(SecretBytes) >= 0);

        var masked = ImageMasker.Mask(file, Areas);
        Assert.Equal(-1, masked.Bytes.AsSpan().IndexOf(SecretBytes));
        if (dropped.Length > 0) Assert.Contains(dropped, masked.Dropped);
        Assert.DoesNotContain(masked.Dropped.Concat(masked.Kept), name => name.Contains(Secret, StringComparison.Ordinal));

        // But for what was planted, the copy is the one of the file without it.
        if (place.StartsWith("EXIF", StringComparison.Ordinal) || place.Contains("palette", StringComparison.Ordinal)) return;
        Assert.Equal(ImageMasker.Mask(place.Contains("JPEG", StringComparison.Ordinal) ? Photo.Encode() : Clean, Areas).Bytes, masked.Bytes);
    }

    [Fact]
    public void A_file_with_nothing_beside_its_picture_drops_nothing()
    {
        var masked = ImageMasker.Mask(Clean, Areas);
        Assert.Empty(masked.Dropped);
        Assert.Equal(["page size"], masked.Kept);
        Assert.Empty(ImageMasker.Mask(masked.Bytes, Areas).Dropped);
    }

    private static byte[] Encode(PdfRecipe recipe) => recipe.Encode();

    // The object's entry is free in the newest table.
    private static byte[] Freed(byte[] file)
    {
        var longer = Encoding.Latin1.GetString(PdfRecipe.Append(file, "", (6, "null", null)));
        var entry = longer.LastIndexOf(" 00000 n ", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(longer[..entry] + " 00001 f " + longer[(entry + 9)..]);
    }
}
