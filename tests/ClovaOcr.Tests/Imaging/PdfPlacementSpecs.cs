using System;
using System.Globalization;
using System.Linq;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Where a page shows its picture, for every way of turning and mirroring it, so that areas on the page find its stored pixels.</summary>
public sealed class PdfPlacementSpecs
{
    private const int Width = 48;
    private const int Height = 32;

    // What maps the unit square to a place of 0.75 points a pixel, or of 0.75 and 1.5, for each of the eight ways.
    private static readonly string[] Ways =
    [
        "36 0 0 24", "-36 0 0 24", "36 0 0 -24", "-36 0 0 -24",
        "0 36 24 0", "0 -36 24 0", "0 36 -24 0", "0 -36 -24 0",
        "72 0 0 24",
    ];

    public static TheoryData<int, int, string> EveryWay
    {
        get
        {
            var data = new TheoryData<int, int, string>();
            for (var way = 0; way < Ways.Length; way++)
                foreach (var turn in new[] { 0, 90, 180, 270, -90, 450 })
                    foreach (var box in new[] { "/MediaBox [0 0 200 150]", "/MediaBox [-30 20 170 170] /CropBox [-500 10 160 165.5]", "/MediaBox [170 170 -30 20] /UserUnit 2.5" })
                        data.Add(way, turn, box);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public void Areas_on_the_shown_page_are_mapped_to_the_pictures_stored_pixels_and_the_copy_shows_them_there(int way, int turn, string box)
    {
        var m = Ways[way].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (x, y) = (40 - Math.Min(m[0] + m[2], 0), 60 - Math.Min(m[1] + m[3], 0));
        var file = Recipe($"q 1 0 0 1 {Text(x)} {Text(y)} cm {Ways[way]} 0 0 cm /Im0 Do Q", $"{box} /Rotate {turn}");
        AssertMapped(file, way, turn, box, x, y, m);

        var masked = ImageMasker.Mask(file, [Polygon.Rectangle(8, 8, 16, 16)]);
        Assert.Equal(ImageHeader.Read(file)!.Orientation, masked.Orientation);
        AssertMapped(masked.Bytes, way, turn, box, x, y, m);
        AssertNear(ImageHeader.Read(file)!.Page!, ImageHeader.Read(masked.Bytes)!.Page!);
    }

    [Fact]
    public void Values_that_a_page_has_from_above_count_as_its_own()
    {
        var own = new PdfRecipe { Width = Width, Height = Height, Page = "/Rotate 90" }.With(1, (x, y, _) => x + y).Encode();
        var above = new PdfRecipe { Width = Width, Height = Height, Pages = "/Rotate 90 /Parent null" }.With(1, (x, y, _) => x + y).Encode();
        Assert.Equal(ImageHeader.Read(own), ImageHeader.Read(above));
    }

    /// <summary>Decimals are where a page can carry a number that nobody sees.</summary>
    [Fact]
    public void Lengths_are_rounded_to_a_hundredth_of_a_point_and_a_unit_is_not_kept()
    {
        var exact = Recipe("q 2 0 0 2 0 0 cm 50.1265432 0 0 40.8365432 3.2465432 0 cm /Im0 Do Q", "/MediaBox [0 0 150.1265432 140.5065432]");
        var rounded = Recipe("q 100.25 0 0 81.67 6.49 0 cm /Im0 Do Q", "/MediaBox [0 0 150.13 140.51]");
        var inUnits = Recipe("q 50.125 0 0 40.835 3.245 0 cm /Im0 Do Q", "/MediaBox [0 0 75.0632716 70.2532716] /UserUnit 2");
        var masked = Mask(exact);
        Assert.DoesNotContain("65432", System.Text.Encoding.Latin1.GetString(masked), StringComparison.Ordinal);
        Assert.Equal(Mask(rounded), masked);
        Assert.Equal(masked, Mask(inUnits));

        static byte[] Mask(byte[] file) => ImageMasker.Mask(file, [Polygon.Rectangle(8, 8, 16, 16)]).Bytes;
    }

    [Fact]
    public void Without_the_size_of_the_services_picture_a_PDF_has_no_areas()
    {
        using var folder = new TemporaryFolder();
        var sent = SentPicture.Of(SourceFile.Read(folder.Write("scan.pdf", Recipe("q 36 0 0 24 10 10 cm /Im0 Do Q", "/MediaBox [0 0 200 100]")), 1_000_000));
        var reading = sent.MapToStored(Reading(200, 100) with { ConvertedImage = null });
        Assert.Empty(reading.First("alienRegNum")!.BoundingPolys);
        Assert.Contains("how large", string.Join(' ', CardWarnings.For(reading)), StringComparison.Ordinal);

        Assert.Empty(sent.MapToStored(Reading(200, 110)).Rois);
        Assert.NotEmpty(sent.MapToStored(Reading(2000, 1000)).Rois);
    }

    [Fact]
    public void A_PDF_is_sent_as_it_is_and_its_saved_answer_needs_no_word_on_its_areas()
    {
        using var folder = new TemporaryFolder();
        var source = SourceFile.Read(folder.Write("scan.pdf", Recipe("q 36 0 0 24 10 10 cm /Im0 Do Q", "/MediaBox [0 0 200 100] /Rotate 90")), 1_000_000);
        Assert.Equal(source.Bytes, SentPicture.Of(source).Bytes.ToArray());

        // A turned page of 100 x 200 points in 2 pixels a point.
        var expected = SentPicture.Of(source).MapToStored(Reading(200, 400));
        foreach (var areas in new AreaSpace?[] { null, AreaSpace.Stored, AreaSpace.Upright })
            Assert.Equal(expected.Rois, SentPicture.Replay(source, areas).MapToStored(Reading(200, 400)).Rois);
    }

    // Point by point: a stored pixel's corner goes through the matrix to the page, through the turns to the shown page, and back by the code.
    private static void AssertMapped(byte[] file, int way, int turn, string box, double x, double y, double[] m)
    {
        var (left, bottom, width, height) = box.Contains("CropBox", StringComparison.Ordinal) ? (-30.0, 20.0, 190.0, 145.5)
            : box.Contains("-30", StringComparison.Ordinal) ? (-30.0, 20.0, 200.0, 150.0)
            : (0.0, 0.0, 200.0, 150.0);
        var quarters = ((turn / 90) + 8) % 4;
        var (shownWidth, shownHeight) = quarters % 2 == 1 ? (height, width) : (width, height);
        var scale = 3.0;

        using var folder = new TemporaryFolder();
        var sent = SentPicture.Of(SourceFile.Read(folder.Write("scan.pdf", file), 1_000_000));
        PixelPoint[] stored = [new(0, 0), new(Width, 0), new(Width, 11), new(5, Height)];
        var shown = new Polygon(stored.Select(p =>
        {
            var (u, v) = (p.X / Width, 1 - (p.Y / Height));
            var (pageX, pageY) = ((m[0] * u) + (m[2] * v) + x - left, (m[1] * u) + (m[3] * v) + y - bottom);
            var (shownX, shownY, w, h) = (pageX, height - pageY, width, height);
            for (var i = 0; i < quarters; i++) (shownX, shownY, w, h) = (h - shownY, shownX, h, w);
            return new PixelPoint(shownX * scale, shownY * scale);
        }));
        var mapped = sent.MapToStored(Reading((int)Math.Round(shownWidth * scale), (int)Math.Round(shownHeight * scale), shown)).Rois[0];
        foreach (var (expected, actual) in stored.Zip(mapped.Vertices))
            Assert.True(expected.DistanceTo(actual) < 0.2, $"way {way}: {actual} instead of {expected}");
    }

    private static void AssertNear(PagePlacement expected, PagePlacement actual)
    {
        Assert.Equal(expected.PageWidth, actual.PageWidth, 0.01);
        Assert.Equal(expected.PageHeight, actual.PageHeight, 0.01);
        Assert.Equal(expected.Left, actual.Left, 0.01);
        Assert.Equal(expected.Top, actual.Top, 0.01);
        Assert.Equal(expected.Width, actual.Width, 0.01);
        Assert.Equal(expected.Height, actual.Height, 0.01);
    }

    private static byte[] Recipe(string content, string box) =>
        new PdfRecipe { Width = Width, Height = Height, Content = content, Box = box }.With(1, (x, y, _) => x + y).Encode();

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static CardReading Reading(int width, int height, Polygon? roi = null) => new()
    {
        Result = InferResult.Success,
        CardType = CardType.AlienRegistrationCard,
        ConvertedImage = new ConvertedImage(width, height, 0),
        Fields = [new CardField { Name = "alienRegNum", Text = "990101-5123456", BoundingPolys = [Polygon.Rectangle(20, 40, 60, 50)] }],
        Rois = [roi ?? Polygon.Rectangle(0, 0, width, height)],
        Json = "{}",
    };
}
