using System;
using System.Linq;
using System.Text;
using ClovaOcr.Emulator.Reading;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Where a PDF's pictures come to lie on its page, and in which colours.</summary>
public sealed class PdfPageSpecs
{
    // A page of 60 x 40 points with a picture of 6 x 4 pixels has 6 x 4 pixels; # is black, . is white.
    private const string Upright = "###... ###... ...... ......";

    [Theory]
    [InlineData("", "[0 0 60 40]", Upright)]
    [InlineData("/Rotate 90", "[0 0 60 40]", "..## ..## ..## .... .... ....")]
    [InlineData("/Rotate 180", "[0 0 60 40]", "...... ...... ...### ...###")]
    [InlineData("/Rotate -90", "[0 0 60 40]", ".... .... .... ##.. ##.. ##..")]
    [InlineData("/Rotate 450", "[0 0 60 40]", "..## ..## ..## .... .... ....")]
    [InlineData("/CropBox [0 20 30 40]", "[0 0 60 40]", "### ###")]
    [InlineData("/CropBox [100 40 -100 20]", "[60 40 0 0]", "###... ###...")]
    [InlineData("/CropBox [20 20 60 40] /Rotate 90", "[0 0 60 40]", "## .. .. ..")]
    [InlineData("/UserUnit 2", "[0 0 60 40]", Upright)]
    [InlineData("", "[-10 -10 60 50]", "....... .###... .###... ....... ....... .......")]
    public void A_page_shows_what_its_boxes_and_its_turn_say(string entries, string box, string expected) =>
        Assert.Equal(expected, Seen(new HandmadePdf().Page(entries, box)));

    [Theory]
    [InlineData("60 0 0 40 0 0 cm /Picture Do", Upright)]
    [InlineData("-60 0 0 40 60 0 cm /Picture Do", "...### ...### ...... ......")]
    [InlineData("60 0 0 -40 0 40 cm /Picture Do", "...... ...... ###... ###...")]
    [InlineData("q 10 0 0 10 0 0 cm Q q 2 0 0 2 0 0 cm 30 0 0 20 0 0 cm /Picture Do Q Q Q", Upright)]
    [InlineData("BT /F1 12 Tf (Text) Tj ET 0 0 60 40 re f 60 0 0 40 0 0 cm /Picture Do", Upright)]
    [InlineData("60 0 0 40 0 0 cm /Nothing Do /Picture Do", Upright)]
    public void A_picture_lies_where_the_matrices_put_it(string operators, string expected) =>
        Assert.Equal(expected, Seen(new HandmadePdf().Content(operators)));

    [Fact]
    public void A_picture_in_a_form_lies_where_both_put_it()
    {
        const string Resources = "/Resources << /XObject << /Inner 6 0 R >> >>";
        var pdf = new HandmadePdf().Content("2 0 0 2 0 0 cm /Picture Do").Gray(number: 6);
        Assert.Equal(Upright, Seen(pdf.Form(5, "/Matrix [3 0 0 2 0 0] " + Resources, "10 0 0 10 0 0 cm /Inner Do")));
    }

    [Fact]
    public void Of_several_pictures_the_last_lies_on_top_and_the_finest_says_how_fine_the_page_is()
    {
        var pdf = new HandmadePdf().Content("q 60 0 0 40 0 0 cm /Picture Do Q q 6 0 0 4 0 36 cm /Picture Do Q");
        using var page = TestPages.Pdf(pdf.ToFile())!;
        Assert.Equal((60, 40), (page.Width, page.Height));
        Assert.Equal(["#", ".", "#", "."], new[] { (1, 1), (4, 1), (10, 10), (40, 30) }.Select(place => Letter(page.Pixels.GetPixel(place.Item1, place.Item2))));
    }

    [Theory]
    [InlineData("/ColorSpace /DeviceGray /BitsPerComponent 1", "1C1CFCFC", Upright)]
    [InlineData("/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]", "E0E00000", Upright)]
    [InlineData("/ColorSpace /DeviceGray /BitsPerComponent 4", "000FFF 000FFF FFFFFF FFFFFF", Upright)]
    [InlineData("/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000000>] /BitsPerComponent 1", "E0E00000", Upright)]
    [InlineData("/ColorSpace [/Indexed /DeviceGray 1 6 0 R] /BitsPerComponent 1", "E0E00000", Upright)]
    [InlineData("/ColorSpace [/Indexed /DeviceCMYK 1 <00000000000000FF>] /BitsPerComponent 2", "5400 5400 0000 0000", Upright)]
    [InlineData("/ColorSpace [/ICCBased 7 0 R] /BitsPerComponent 1", "1C1CFCFC", Upright)]
    [InlineData("/ColorSpace [/CalGray << /WhitePoint [1 1 1] >>] /BitsPerComponent 1", "1C1CFCFC", Upright)]
    [InlineData("/ColorSpace /Named /BitsPerComponent 1", "1C1CFCFC", Upright)]
    [InlineData("/ImageMask true", "1C1CFCFC", Upright)]
    [InlineData("/ImageMask true /Decode [1 0]", "E0E00000", Upright)]
    public void Samples_are_shown_in_the_colours_that_they_mean(string entries, string samples, string expected)
    {
        var pdf = new HandmadePdf()
            .Picture(entries, Convert.FromHexString(samples.Replace(" ", "", StringComparison.Ordinal)))
            .Stream(6, "", [0xFF, 0x00])
            .Stream(7, "/N 1", [])
            .Set(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 40] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> /ColorSpace << /Named [/CalGray << >>] >> >> >>");
        Assert.Equal(expected, Seen(pdf));
    }

    [Theory]
    [InlineData("/SMask 6 0 R", "/ColorSpace /DeviceGray /BitsPerComponent 1", "FCFC0000", Upright)]
    [InlineData("/SMask 6 0 R", "/ColorSpace /DeviceGray /BitsPerComponent 1", "1CFCFCFC", "...... ###... ...... ......")]
    [InlineData("/Mask 6 0 R", "/ImageMask true", "E0000000", "...... ###... ...... ......")]
    public void A_picture_is_seen_only_where_its_mask_lets_it(string entries, string maskEntries, string mask, string expected) =>
        Assert.Equal(expected, Seen(new HandmadePdf().Gray(entries).Picture(maskEntries, Convert.FromHexString(mask), number: 6)));

    [Theory]
    [InlineData("-60 0 0 40 60 0 cm /Picture Do", "...### ...... ...... ......")]
    [InlineData("60 0 0 -40 0 40 cm /Picture Do", "...... ...... ...... ###...")]
    public void A_mask_goes_where_its_picture_goes(string operators, string expected)
    {
        var pdf = new HandmadePdf().Gray("/SMask 6 0 R").Picture("/ColorSpace /DeviceGray /BitsPerComponent 1", [0xFC, 0, 0, 0], number: 6);
        Assert.Equal(expected, Seen(pdf.Content(operators)));
    }

    [Fact]
    public void A_finer_scan_is_made_coarser_than_300_dpi_and_a_large_page_coarser_still()
    {
        using var fine = TestPages.Pdf(new HandmadePdf().Page(box: "[0 0 6 4]").Content("0.6 0 0 0.4 0 0 cm /Picture Do").ToFile())!;
        Assert.Equal((25, 17), (fine.Width, fine.Height));
        using var large = TestPages.Pdf(new HandmadePdf().Page(box: "[0 0 14400 14400]").Content("0.6 0 0 0.4 0 0 cm /Picture Do").ToFile())!;
        Assert.InRange((long)large.Width * large.Height, 19_000_000, 20_010_000);
    }

    [Fact]
    public void A_page_without_a_picture_is_white_paper()
    {
        using var page = TestPages.Pdf(new HandmadePdf().Content("BT (Text) Tj ET").ToFile())!;
        Assert.Equal((60, 40), (page.Width, page.Height));
        Assert.True(page.Luminance.Samples.IndexOfAnyExcept((byte)255) < 0);
    }

    private static string Seen(HandmadePdf pdf)
    {
        using var page = TestPages.Pdf(pdf.ToFile());
        return page is null ? "nothing" : string.Join(' ', Enumerable.Range(0, page.Height).Select(y => RowOf(page, y)));
    }

    private static string RowOf(Picture page, int y) =>
        new StringBuilder().AppendJoin("", Enumerable.Range(0, page.Width).Select(x => Letter(page.Pixels.GetPixel(x, y)))).ToString();

    private static string Letter(SKColor color) => color.Red < 40 ? "#" : color.Red > 215 ? "." : "?";
}
