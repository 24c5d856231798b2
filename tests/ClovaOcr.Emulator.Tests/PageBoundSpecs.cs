using System;
using System.Linq;
using System.Text;
using System.Threading;
using ClovaOcr.Emulator.Reading.Pages;
using ClovaOcr.Tests;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Files that claim more than they hold, unpack to more than memory holds, or lead in circles. Runs alone, because it counts memory.</summary>
[Collection("Alone")]
public sealed class PageBoundSpecs
{
    private const long Allowed = 256L << 20;

    public static TheoryData<string> Circles => [
        "2 << /Type /Pages /Kids [2 0 R] /Count 1 >>",
        "2 << /Type /Pages /Kids 6 0 R /Count 1 >> | 6 [6 0 R]",
        "2 2 0 R",
        "1 1 0 R",
        "4 4 0 R",
        "4 6 0 R | 6 4 0 R",
        "4 << /Length 4 0 R >>\nstream\nq\nendstream",
        "1 << /Type /Catalog /Pages 2 0 R /Names << /Dests 6 0 R >> >> | 6 << /Kids [6 0 R] >>",
        "1 << /Type /Catalog /Pages 2 0 R /N#61mes << /Dests 6 0 R >> >> | 6 << /Kids [6 0 R] >>",
        "1 << /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /AcroForm 6 0 R /Dests 6 0 R >> | 6 << /First 6 0 R /Next 6 0 R /Fields [6 0 R] >>",
    ];

    public static TheoryData<string> PictureCircles => [
        "/Filter 5 0 R", "/DecodeParms [6 0 R]", "/ColorSpace 6 0 R", "/ColorSpace [/Indexed 6 0 R 1 <00FF>]", "/SMask 5 0 R", "/Decode 6 0 R", "/Width 5 0 R",
    ];

    public static TheoryData<string> Nested => ["[", "<</A ", "[<</A "];

    public static TheoryData<string> Operators => ["q ", "1 ", "BI ID ", "(", "<", "<</A ", "[] ", "[", "/A Do ", "/Picture Do ", "1 0 0 1 0 0 cm "];

    [Theory, MemberData(nameof(Circles))]
    public void An_object_that_comes_back_to_itself_is_followed_no_further(string objects)
    {
        var pdf = new HandmadePdf();
        foreach (var part in objects.Split(" | ")) pdf[part[0] - '0'] = part[2..];
        AssertBounded(pdf.ToFile());
    }

    [Theory, MemberData(nameof(PictureCircles))]
    public void A_picture_that_comes_back_to_itself_is_followed_no_further(string entries) =>
        AssertBounded(new HandmadePdf().Picture("/BitsPerComponent 8 " + entries, new byte[24]).Set(6, "[6 0 R 6 0 R]").ToFile());

    [Theory, MemberData(nameof(Nested))]
    public void Objects_within_objects_have_an_end(string opening)
    {
        var deep = Encoding.ASCII.GetString(HandmadePdf.Repeated(opening, opening.Length * 100_000));
        AssertBounded(new HandmadePdf().Page("/A " + deep).ToFile());
        AssertBounded(new HandmadePdf().Set(1, "<< /Type /Catalog /Pages 2 0 R /A " + deep).ToFile());
    }

    [Fact]
    public void A_form_that_shows_itself_or_forms_that_show_forms_have_an_end()
    {
        AssertRefused(new HandmadePdf().Form(5, "", "/Picture Do ").ToFile());
        var tower = new HandmadePdf();
        for (var i = 5; i < 12; i++)
            tower.Form(i, $"/Resources << /XObject << /Picture {i + 1} 0 R >> >>", Encoding.ASCII.GetString(HandmadePdf.Repeated("/Picture Do ", 24_000)));
        AssertRefused(tower.Gray(number: 12).ToFile());
    }

    [Theory, MemberData(nameof(Operators))]
    public void A_pages_content_has_an_end(string operators) =>
        AssertBounded(new HandmadePdf().Stream(4, "/Filter /FlateDecode", HandmadePdf.Deflated(HandmadePdf.Repeated(operators, 7 << 20))).ToFile());

    [Fact]
    public void A_stream_that_unpacks_to_more_than_it_says_is_never_unpacked()
    {
        var bomb = HandmadePdf.Deflated(new byte[200 << 20]);
        const string Gray = "/ColorSpace /DeviceGray /BitsPerComponent 8 ";
        AssertRefused(new HandmadePdf().Stream(4, "/Filter /FlateDecode", bomb).ToFile());
        AssertRefused(new HandmadePdf().Picture(Gray + "/Filter /FlateDecode", bomb).ToFile());
        AssertRefused(new HandmadePdf().Picture(Gray + "/Filter [/FlateDecode /FlateDecode]", HandmadePdf.Deflated(bomb)).ToFile());
        AssertRefused(new HandmadePdf().Picture(Gray + "/Filter /RunLengthDecode", HandmadePdf.Repeated("\u0081\0", 2 << 20)).ToFile());
        AssertRefused(new HandmadePdf().Picture(Gray + "/Filter [/FlateDecode /LZWDecode]", HandmadePdf.Deflated(LongLzw())).ToFile());
        AssertRefused(new HandmadePdf().Picture(
            Gray + "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 32 >>", HandmadePdf.Deflated(new byte[24])).ToFile());
        AssertRefused(new HandmadePdf().Picture(
            Gray + "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>", new byte[24]).ToFile());
    }

    [Fact]
    public void Pictures_of_more_than_100_million_pixels_together_are_never_decoded()
    {
        var large = new HandmadePdf().Stream(5, "/Type /XObject /Subtype /Image /Width 60000 /Height 1700 /ColorSpace /DeviceGray /BitsPerComponent 8", new byte[24]);
        AssertRefused(large.ToFile());
        var many = new HandmadePdf().Content(string.Concat(Enumerable.Repeat("/Picture Do ", 3)));
        AssertRefused(many.Stream(5, "/Type /XObject /Subtype /Image /Width 60000 /Height 600 /ImageMask true", new byte[24]).ToFile());
    }

    [Theory]
    [InlineData(6, 4, true), InlineData(6, 5, false), InlineData(7, 4, false), InlineData(60, 40, false), InlineData(3, 2, false)]
    public void A_JPEG_that_is_larger_than_it_is_said_to_be_or_smaller_is_never_drawn(int width, int height, bool isRight)
    {
        using var bitmap = new SKBitmap(width, height);
        var jpeg = TestPictures.Encode(bitmap);
        using var page = TestPages.Pdf(new HandmadePdf().Picture("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", jpeg).ToFile());
        Assert.Equal(isRight, page is not null);
    }

    [Fact]
    public void A_page_that_nobody_waits_for_any_more_is_not_decoded()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => PdfPage.Decode(new HandmadePdf().ToFile(), cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => TiffPage.Decode(HandmadeTiff.Gray(8, 8), cancelled));
    }

    // The entry of each directory: tag, type, count, value. A right one of 8 x 8 gray pixels is 256..279.
    [Theory]
    [InlineData(256, 4, 1, 20_000_000), InlineData(257, 4, 1, 2_000_000_000), InlineData(257, 4, 1, -1), InlineData(256, 3, 1, 0)]
    [InlineData(258, 3, 1, 64), InlineData(277, 3, 1, 60_000), InlineData(278, 4, 1, 0)]
    [InlineData(322, 4, 1, 1_000_000_000), InlineData(323, 4, 1, 1_000_000_000)]
    [InlineData(279, 4, 1, 2_000_000_000), InlineData(279, 4, 500_000_000, 8), InlineData(273, 4, 1, 2_000_000_000)]
    [InlineData(270, 2, 2_000_000_000, 8), InlineData(347, 7, -1, 8), InlineData(270, 99, 1, 8), InlineData(257, 16, 500_000_000, 8)]
    [InlineData(259, 3, 1, 6), InlineData(259, 3, 1, 34712)]
    public void A_TIFF_that_claims_more_than_it_holds_is_refused_before_memory_is_taken(int tag, int type, int count, int value)
    {
        using var right = TestPages.Tiff(HandmadeTiff.Gray(8, 8));
        Assert.Equal((8, 8), (right!.Width, right.Height));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(TestPages.Tiff(HandmadeTiff.Gray(8, 8, (tag, type, count, value))));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private static void AssertRefused(byte[] file)
    {
        using var picture = TestPages.Pdf(new HandmadePdf().ToFile());
        Assert.NotNull(picture);
        Assert.True(AssertBounded(file));
    }

    private static bool AssertBounded(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var picture = TestPages.Pdf(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Allowed);
        return picture is null;
    }

    // Codes that never clear the table: each stands for all of those before it.
    private static byte[] LongLzw()
    {
        var bits = new StringBuilder(Convert.ToString(256, 2)).Append(Convert.ToString(65, 2).PadLeft(9, '0'));
        for (var code = 258; code < 4095; code++) bits.Append(Convert.ToString(code, 2).PadLeft(code < 511 ? 9 : code < 1023 ? 10 : code < 2047 ? 11 : 12, '0'));
        for (var i = 0; i < 3000; i++) bits.Append(Convert.ToString(4094, 2));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }
}
