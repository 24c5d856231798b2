using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>What is answered to PDF and TIFF files (vendor page, convertedImageInfo).</summary>
public sealed class PageAnswerSpecs : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public static TheoryData<string> Specimens => [.. TestPictures.Upright.Select(file => Path.GetFileName(file))];

    public async ValueTask InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory, MemberData(nameof(Specimens))]
    public async Task Every_specimen_is_read_from_a_TIFF_in_its_own_pixels(string specimen)
    {
        using var picture = TestPictures.Shown(TestPictures.PathOf(specimen));
        var answer = await _client.ReadAsync(HandmadeTiff.Of(picture), "tiff");
        AssertConverted(answer, picture.Width, picture.Height);
        AssertRead(specimen, answer, scaleX: 1, scaleY: 1);
    }

    [Theory, MemberData(nameof(Specimens))]
    public async Task Every_specimen_is_read_from_a_PDF_in_the_pixels_of_its_page(string specimen)
    {
        // Scanned at 375 dpi, so that the page of 300 is smaller.
        using var picture = TestPictures.Shown(TestPictures.PathOf(specimen));
        var (width, height) = (picture.Width * 72 / 375.0, picture.Height * 72 / 375.0);
        var pdf = new HandmadePdf()
            .Page(box: FormattableString.Invariant($"[0 0 {width} {height}]"))
            .Content(FormattableString.Invariant($"{width} 0 0 {height} 0 0 cm /Picture Do"))
            .Stream(
                5,
                $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
                TestPictures.Encode(picture, quality: 90));
        var answer = await _client.ReadAsync(pdf.ToFile(), "pdf");
        var (pageWidth, pageHeight) = ((int)Math.Round(picture.Width * 0.8), (int)Math.Round(picture.Height * 0.8));
        AssertConverted(answer, pageWidth, pageHeight);
        AssertRead(specimen, answer, pageWidth / (double)picture.Width, pageHeight / (double)picture.Height);
    }

    [Theory]
    [InlineData("card-jpeg.tif", "tif")]
    [InlineData("card-deflate-palette.tif", "tif")]
    [InlineData("card-jpeg.pdf", "pdf")]
    public async Task A_specimen_saved_by_other_programs_is_read(string name, string format)
    {
        const string Specimen = "ac-10-etc-small-gray.jpg";
        var answer = await _client.ReadAsync(TestPages.BytesOf(name), format);
        AssertConverted(answer, 500, 329);
        AssertRead(Specimen, answer, 500 / 700.0, 329 / 460.0);
    }

    [Fact]
    public async Task A_page_that_is_turned_is_looked_at_as_it_is_shown()
    {
        var answer = await _client.ReadAsync(TestPages.BytesOf("card-jpeg-turned.pdf"), "pdf");
        AssertConverted(answer, 329, 500);
        Assert.Equal("FAILURE", (string?)answer["images"]![0]!["inferResult"]);
    }

    [Theory]
    [InlineData("rgb-lzw-predicted.tif", "tif")]
    [InlineData("rgb-flate-img2pdf.pdf", "pdf")]
    public async Task A_page_without_a_card_is_a_failure_that_says_what_was_looked_at(string name, string format)
    {
        var answer = await _client.ReadAsync(TestPages.BytesOf(name), format);
        AssertConverted(answer, 90, 60);
        var image = answer["images"]![0]!;
        Assert.Equal(("FAILURE", "Recognition failure"), ((string?)image["inferResult"], (string?)image["message"]));
        Assert.Equal(["uid", "name", "inferResult", "message", "validationResult", "convertedImageInfo"], image.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("refused-encrypted.pdf", "pdf")]
    [InlineData("refused-encrypted-for-no-one.pdf", "pdf")]
    [InlineData("refused-lzma.tif", "tiff")]
    public async Task A_file_that_cannot_be_read_is_an_error_and_was_converted_to_nothing(string name, string format)
    {
        var image = (await _client.ReadAsync(TestPages.BytesOf(name), format))["images"]![0]!;
        Assert.Equal(("ERROR", "Read page:0 error."), ((string?)image["inferResult"], (string?)image["message"]));
        Assert.Null(image["convertedImageInfo"]);
    }

    [Fact]
    public async Task An_image_was_converted_to_nothing_either()
    {
        foreach (var picture in new[] { TestPictures.BytesOf("ac-10-etc-small-gray.jpg"), TestPictures.Blank(SKEncodedImageFormat.Jpeg) })
            Assert.Null((await _client.ReadAsync(picture, "jpg"))["images"]![0]!["convertedImageInfo"]);
    }

    [Fact]
    public async Task The_page_stands_between_the_validation_and_the_card()
    {
        var image = (await _client.ReadAsync(TestPages.BytesOf("card-jpeg.tif"), "tif"))["images"]![0]!;
        Assert.Equal(
            ["uid", "name", "inferResult", "message", "validationResult", "convertedImageInfo", "idCard"], image.AsObject().Select(member => member.Key));
    }

    private static void AssertConverted(JsonNode answer, int width, int height) =>
        Assert.Equal($$"""{"width":{{width}},"height":{{height}},"pageIndex":0}""", answer["images"]![0]!["convertedImageInfo"]?.ToJsonString());

    private static void AssertRead(string specimen, JsonNode answer, double scaleX, double scaleY)
    {
        var truth = TestPictures.Truth(TestPictures.PathOf(specimen));
        Assert.Equal("SUCCESS", (string?)answer["images"]![0]!["inferResult"]);
        var card = answer["images"]![0]!["idCard"]!["result"]![(string)truth["kind"]!]!;
        foreach (var (field, printed) in truth["fields"]!.AsObject())
        {
            Assert.Equal((string?)printed![0]!["text"], (string?)card[field]![0]!["text"]);
            var expected = printed[0]!["box"]!.AsArray().Select(corner => ((double)corner![0]! * scaleX, (double)corner[1]! * scaleY));
            var found = card[field]![0]!["boundingPolys"]![0]!["vertices"]!.AsArray().Select(corner => ((double)corner!["x"]!, (double)corner["y"]!));
            Assert.All(expected.Zip(found), pair =>
            {
                Assert.Equal(pair.First.Item1, pair.Second.Item1, 0.01);
                Assert.Equal(pair.First.Item2, pair.Second.Item2, 0.01);
            });
        }
    }
}
