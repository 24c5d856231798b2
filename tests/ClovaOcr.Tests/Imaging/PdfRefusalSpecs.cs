using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Every kind of PDF that is not masked is refused by name, never guessed at, and has no header that areas could be placed by.</summary>
public class PdfRefusalSpecs
{
    private const ClovaOcrErrorKind Unsupported = ClovaOcrErrorKind.MaskingUnsupported;
    private const ClovaOcrErrorKind Corrupt = ClovaOcrErrorKind.CorruptImage;

    private static readonly Polygon[] Areas = [Polygon.Rectangle(10, 10, 30, 20)];
    private static readonly PdfRecipe Plain = new PdfRecipe().With(1, (x, y, _) => x + y);
    private static readonly byte[] Whole = Plain.Encode();
    private static readonly byte[] Jpeg = new JpegRecipe { HasJfif = false }.Encode(new(48, 40, 3));
    private static readonly byte[] Gray = new JpegRecipe { Color = BitMiracle.LibJpeg.Classic.J_COLOR_SPACE.JCS_GRAYSCALE, Across = 1, Down = 1 }.Encode(new(48, 40, 1));

    private static readonly Dictionary<string, (byte[] File, ClovaOcrErrorKind Kind, string Word)> Refused = new()
    {
        ["two pages"] = (Encode(Plain with { Kids = "3 0 R 3 0 R" }), Unsupported, "several pages"),
        ["two pages in a tree"] = (Encode(Plain with { Kids = "3 0 R 6 0 R", Others = [("<< /Type /Pages /Kids [3 0 R] >>", null)] }), Unsupported, "several pages"),
        ["no page"] = (Encode(Plain with { Kids = "" }), Unsupported, "no page"),
        ["pages in a circle"] = (Encode(Plain with { Kids = "2 0 R" }), Corrupt, "tree of pages"),
        ["text"] = (Content("BT /F1 12 Tf (990101) Tj ET"), Unsupported, "text"),
        ["invisible text"] = (Content("BT 3 Tr ET"), Unsupported, "text"),
        ["a line"] = (Content("0 0 m 9 9 l S"), Unsupported, "lines or areas"),
        ["a filled area"] = (Content("0 0 9 9 re f"), Unsupported, "lines or areas"),
        ["a shading"] = (Content("/Sh0 sh"), Unsupported, "shading"),
        ["an inline picture"] = (Content("BI /W 1 /H 1 /BPC 1 /CS /G ID \u0001 EI"), Unsupported, "inline picture"),
        ["the picture twice"] = (Content("q 9 0 0 9 0 0 cm /Im0 Do Q"), Unsupported, "several pictures"),
        ["no picture"] = (Encode(Plain with { Content = "q Q" }), Unsupported, "no picture"),
        ["a missing picture"] = (Encode(Plain with { Content = "/Im9 Do" }), Corrupt, "missing"),
        ["a picture at a slant"] = (Encode(Plain with { Content = "q 100 20 -20 100 60 40 cm /Im0 Do Q" }), Unsupported, "slant"),
        ["a picture half off the page"] = (Encode(Plain with { Content = "q 240 0 0 200 40 0 cm /Im0 Do Q" }), Unsupported, "off the page"),
        ["a page cut to a part of the picture"] = (Encode(Plain with { Page = "/CropBox [0 0 100 200]" }), Unsupported, "off the page"),
        ["a picture that is cut off"] = (Encode(Plain with { Content = "q 0 0 100 200 re W n 240 0 0 200 0 0 cm /Im0 Do Q" }), Unsupported, "cut off"),
        ["a picture cut by two rectangles"] = (Encode(Plain with { Content = "q 0 0 240 200 re 1 1 9 9 re W* n 240 0 0 200 0 0 cm /Im0 Do Q" }), Unsupported, "more than a rectangle"),
        ["a picture cut by lines"] = (Encode(Plain with { Content = "q 0 0 m 240 0 l 0 200 l W n 240 0 0 200 0 0 cm /Im0 Do Q" }), Unsupported, "lines or areas"),
        ["a picture of no size"] = (Encode(Plain with { Content = "q 0 0 0 200 0 0 cm /Im0 Do Q" }), Corrupt, "no size"),
        ["a picture that is seen through"] = (Encode(Plain with { Content = "/G0 gs q 240 0 0 200 0 0 cm /Im0 Do Q", Resources = "/ExtGState << /G0 << /ca 0.5 >> >>" }), Unsupported, "transparency"),
        ["a picture under a soft mask"] = (Encode(Plain with { Content = "/G0 gs q 240 0 0 200 0 0 cm /Im0 Do Q", Resources = "/ExtGState << /G0 << /SMask << /S /Alpha >> >> >>" }), Unsupported, "transparency"),
        ["a picture with a soft mask"] = (Encode(Plain with { Image = "/SMask 5 0 R" }), Unsupported, "transparent"),
        ["a picture with a mask"] = (Encode(Plain with { Image = "/Mask [0 10]" }), Unsupported, "transparent"),
        ["a stencil"] = (Encode(Plain with { Image = "/ImageMask true" }), Unsupported, "stencil"),
        ["a picture on a layer"] = (Encode(Plain with { Image = "/OC 6 0 R", Others = [("<< /Type /OCG /Name (x) >>", null)] }), Unsupported, "layers"),
        ["layers"] = (Encode(Plain with { Catalog = "/OCProperties << /OCGs [] >>" }), Unsupported, "layers"),
        ["content on a layer"] = (Encode(Plain with { Content = "/OC /L0 BDC q 240 0 0 200 0 0 cm /Im0 Do Q EMC" }), Unsupported, "layers"),
        ["a note"] = (Encode(Plain with { Page = "/Annots [6 0 R]", Others = [("<< /Type /Annot /Subtype /FreeText /Contents (x) >>", null)] }), Unsupported, "notes"),
        ["a form"] = (Encode(Plain with { Catalog = "/AcroForm << /Fields [6 0 R] >>", Others = [("<< /FT /Tx >>", null)] }), Unsupported, "form"),
        ["an XFA form"] = (Encode(Plain with { Catalog = "/AcroForm << /XFA [] /Fields [] >>" }), Unsupported, "form"),
        ["a portfolio"] = (Encode(Plain with { Catalog = "/Collection << >>" }), Unsupported, "portfolio"),
        ["encryption"] = (Encode(Plain with { Trailer = "/Encrypt << /Filter /Standard >>" }), Unsupported, "encrypted"),
        ["bytes before its header"] = ([.. "junk\n"u8, .. Whole], Unsupported, "before its header"),
        ["tables for old and new readers"] = (Encode(Plain with { Trailer = "/XRefStm 9" }), Unsupported, "old and new readers"),
        ["spot colours in its content"] = (Encode(Plain with { Content = $"/C0 cs {Plain.Content}" }), Unsupported, "spot colours"),
        ["another meaning of gray"] = (Encode(Plain with { Resources = "/ColorSpace << /DefaultGray [/Separation /Gold /DeviceCMYK 6 0 R] >>" }), Unsupported, "spot colours"),
        ["a page that was removed"] = (Removed(), Corrupt, "removed"),
        ["tables that disagree"] = (OutOfOrder(), Unsupported, "disagree"),
        ["JPEG 2000"] = (Encode(Plain with { Filter = "/Filter /JPXDecode" }), Unsupported, "JPEG 2000"),
        ["JBIG2"] = (Encode(Plain with { Filter = "/Filter /JBIG2Decode" }), Unsupported, "JBIG2"),
        ["an unknown coding"] = (Encode(Plain with { Filter = "/Filter /Crypt" }), Unsupported, "coded in a way"),
        ["an abbreviation of its coding's parameters"] = (Encode(Plain with { Bits = 1, Filter = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 48 >> /DP << /K -1 /Columns 2147483640 >>" }), Unsupported, "abbreviates"),
        ["an abbreviation in its content's stream"] = (Encode(Plain with { Page = "/Ignored 0", Content = "", Others = [("<< /DP << /Predictor 15 >> >>", [])] }, file => Replace(file, "/Contents 4 0 R", "/Contents 6 0 R"), ""), Unsupported, "abbreviates"),
        ["an abbreviation of its width"] = (Encode(Plain with { Image = "/W 48" }), Unsupported, "abbreviates"),
        ["an abbreviation of its colours"] = (Encode(Plain with { ColorSpace = "/G" }), Unsupported, "special colours"),
        ["a coding's parameter that is no number"] = (Encode(Plain with { Bits = 1, Filter = "/Filter /CCITTFaxDecode /DecodeParms << /K (-1) /Columns 48 >>" }), Corrupt, "coding"),
        ["a rectangle of a hundred thousand numbers"] = (Encode(Plain with { Box = $"/MediaBox [0 0 240 200{string.Concat(Enumerable.Repeat(" 0", 100_000))}]" }), Corrupt, "more or fewer"),
        ["a page larger than any"] = (Encode(Plain with { Box = "/MediaBox [0 0 240 200] /UserUnit 61" }), Corrupt, "no size"),
        ["data in another file"] = (Encode(Plain with { Image = "/F (other.bin)" }), Unsupported, "another file"),
        ["spot colours"] = (Encode(Plain with { ColorSpace = "[/Separation /Gold /DeviceCMYK 6 0 R]" }), Unsupported, "spot colours"),
        ["Lab colours"] = (Encode(Plain with { ColorSpace = "[/Lab << /WhitePoint [1 1 1] >>]" }), Unsupported, "spot colours"),
        ["colours in another range"] = (Encode(Plain with { Image = "/Decode [0 0.5]" }), Unsupported, "other colours"),
        ["a palette turned over"] = (Encode(Plain with { ColorSpace = "[/Indexed /DeviceGray 255 6 0 R]", Image = "/Decode [255 0]", Others = [("<< >>", new byte[256])] }), Unsupported, "other colours"),
        ["no colours"] = (Encode(Plain with { ColorSpace = "null" }), Corrupt, "colours"),
        ["a short palette"] = (Encode(Plain with { ColorSpace = "[/Indexed /DeviceRGB 3 <00>]" }), Corrupt, "palette"),
        ["a colour that the palette lacks"] = (Encode(Plain with { ColorSpace = "[/Indexed /DeviceGray 3 <00112233>]" }), Corrupt, "palette lacks"),
        ["a JPEG with another transform"] = (Encode(Plain with { Data = Jpeg, ColorSpace = "/DeviceRGB", Filter = "/Filter /DCTDecode /DecodeParms << /ColorTransform 0 >>" }), Unsupported, "different things"),
        ["a JPEG of other colours"] = (Encode(Plain with { Data = Jpeg, Filter = "/Filter /DCTDecode" }), Corrupt, "other colours"),
        ["a JPEG of another size"] = (Encode(Plain with { Data = Gray, Filter = "/Filter /DCTDecode", Width = 47 }), Corrupt, "another size"),
        ["a JPEG that is none"] = (Encode(Plain with { Data = [1, 2, 3], Filter = "/Filter /DCTDecode" }), Corrupt, "JPEG"),
        ["a fax of another width"] = (Encode(Plain with { Bits = 1, Filter = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 >>" }), Corrupt, "another size"),
        ["a fax in whole bytes"] = (Encode(Plain with { Bits = 1, Filter = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 48 /EncodedByteAlign true >>" }), Unsupported, "fax"),
        ["a fax that ends"] = (Encode(Plain with { Bits = 1, Filter = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 48 >>", Data = [0x26, 0xA0] }), Corrupt, ""),
        ["too few samples"] = (Encode(Plain with { Height = 41 }), Corrupt, "end too early"),
        ["less data than samples"] = (Encode(Plain with { Width = 9000, Height = 9000, Filter = "/Filter /FlateDecode" }), Corrupt, "less data"),
        ["a huge picture"] = (Encode(Plain with { Width = 1_000_000, Height = 1_000_000 }), ClovaOcrErrorKind.FileTooLarge, "million"),
        ["an impossible depth"] = (Encode(Plain with { Bits = 3 }), Corrupt, "bits"),
        ["a row of another shape"] = (Encode(Plain with { Filter = "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 47 >>", Data = PngRecipe.Zlib(new byte[48 * 41]) }), Corrupt, "another shape"),
        ["a wrong length"] = (Replace(Whole, "/Length 1920", "/Length 1919"), Corrupt, "length of a stream"),
        ["a table that points elsewhere"] = (Replace(Whole, "0000000015", "0000000016"), Corrupt, "table"),
        ["a start elsewhere"] = (Replace(Whole, "startxref\n", "startxref\n1"), Corrupt, "tables"),
        ["no end"] = (Replace(Whole, "%%EOF", "%%EOX"), Corrupt, "end is missing"),
        ["an entry twice"] = (Encode(Plain with { Image = "/Width 48" }), Corrupt, "twice"),
        ["a page turned a little"] = (Encode(Plain with { Page = "/Rotate 45" }), Corrupt, "quarter"),
        ["a page of no size"] = (Encode(Plain with { Box = "/MediaBox [0 0 0 0]" }), Corrupt, "no size"),
        ["tables in a circle"] = (Encode(Plain with { Trailer = $"/Prev {Start(Encode(Plain))}" }), Corrupt, "tables"),
        ["a length that refers to itself"] = (Replace(Whole, "/Length 1920", "/Length 5 0 R"), Corrupt, ""),
        ["values nested too deep"] = (Encode(Plain with { Page = "/PieceInfo " + string.Concat(Enumerable.Repeat("[", 20000)) }), Corrupt, "too deep"),
        ["states nested too deep"] = (Encode(Plain with { Content = string.Concat(Enumerable.Repeat("q ", 20000)) }), Corrupt, "too deep"),
        ["a form in itself"] = (Encode(Plain with { Content = "/Im0 Do", Image = "/BBox [0 0 1 1]", Others = [] }, file => Replace(file, "/Subtype /Image", "/Subtype /Form "), "/Im0 Do"), Corrupt, "too deep"),
        ["a bomb as its content"] = (Bomb(), Corrupt, "more than the page"),
    };

    public static TheoryData<string> Kinds => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void This_is_refused_by_name_and_with_a_remedy(string kind)
    {
        var (file, expected, word) = Refused[kind];
        var problem = Assert.Throws<ClovaOcrException>(() => ImageMasker.Mask(file, Areas));
        Assert.Equal(expected, problem.Kind);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        Assert.Matches("(Save|Scan|Scale)", problem.Message);
        if (expected == Unsupported && problem.Message.StartsWith("This PDF", StringComparison.Ordinal)) Assert.Contains("pdftoppm", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two pages")]
    [InlineData("text")]
    [InlineData("encryption")]
    [InlineData("no end")]
    [InlineData("JBIG2")]
    public void A_PDF_that_is_no_scan_has_no_header(string kind) => Assert.Null(ImageHeader.Read(Refused[kind].File));

    private static byte[] Encode(PdfRecipe recipe) => recipe.Encode();

    // The picture's own stream drawn as a form that draws itself.
    private static byte[] Encode(PdfRecipe recipe, Func<byte[], byte[]> change, string data) => change((recipe with { Data = Encoding.Latin1.GetBytes(data) }).Encode());

    private static byte[] Content(string more) => (Plain with { Content = Plain.Content + "\n" + more }).Encode();

    private static byte[] Replace(byte[] file, string what, string with)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(what, with, StringComparison.Ordinal));
    }

    private static string Start(byte[] file) => Encoding.Latin1.GetString(file).Split("startxref\n")[1].Split('\n')[0];

    // The page's entry is free in the newest table.
    private static byte[] Removed()
    {
        var longer = Encoding.Latin1.GetString(PdfRecipe.Append(Whole, "", (3, "null", null)));
        var entry = longer.LastIndexOf(" 00000 n ", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(longer[..entry] + " 00001 f " + longer[(entry + 9)..]);
    }

    // The newest table is the one in front, and another one replaces the page.
    private static byte[] OutOfOrder()
    {
        var longer = PdfRecipe.Append(Whole, "", (3, Plain.Objects()[2].Text, null));
        var (first, second) = (Start(Whole), Encoding.Latin1.GetString(longer).Split("startxref\n")[2].Split('\n')[0]);
        var text = Encoding.Latin1.GetString(longer).Replace($"/Prev {first}", "", StringComparison.Ordinal);
        var pointed = text.Replace("/Root 1 0 R  >>\nstartxref\n" + first, "/Root 1 0 R /Prev " + (int.Parse(second, null) + 20) + " >>\nstartxref\n" + first, StringComparison.Ordinal);
        var start = pointed.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;
        pointed = pointed.Replace($"/Prev {int.Parse(second, null) + 20}", $"/Prev {start}", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(pointed[..(pointed.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)] + first + "\n%%EOF");
    }

    // Spaces, a thousand times as many as the file is long.
    private static byte[] Bomb()
    {
        var zlib = PngRecipe.Zlib(Enumerable.Repeat((byte)' ', 20_000_000).ToArray());
        var file = (Plain with { Page = "/Contents 6 0 R", Others = [("<< /Filter /FlateDecode >>", zlib)] }).Encode();
        return Replace(file, "/Contents 4 0 R", "               ");
    }
}
