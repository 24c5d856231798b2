using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>What callers are answered when Tesseract reads; skipped where it is not installed.</summary>
public sealed class TesseractAnswerSpecs
{
    [Fact]
    public async Task A_card_that_is_read_whole_is_a_confident_answer_without_scores()
    {
        await using var client = await StartAsync(new());
        var json = await AskAsync(client, await File.ReadAllBytesAsync(CardTruth.Photo, TestContext.Current.CancellationToken), "jpg");
        var result = JsonNode.Parse(json)!["images"]![0]!["idCard"]!["result"]!;
        var fields = result["ac"]!.AsObject();
        Assert.True((bool)result["isConfident"]!);
        Assert.Equal(
            ["alienRegNum", "sex", "name", "nationality", "visaType", "issueDate", "authority", "authorityEng"],
            fields.Select(field => field.Key));
        Assert.Equal(fields.Count, Regex.Count(json, "\"confidenceScore\":0\\.0,"));

        var number = fields["alienRegNum"]![0]!;
        var expected = QuadIn(number["boundingPolys"]!).RightHalf.Padded(0.1).Corners.ToArray();
        var mask = QuadIn(number["maskingPolys"]!).Corners.ToArray();
        for (var i = 0; i < 4; i++) Assert.InRange(mask[i].DistanceTo(expected[i]), 0, 0.01);
    }

    [Fact]
    public async Task A_field_that_is_left_out_makes_the_answer_unsure_and_scores_come_when_asked_for()
    {
        await using var client = await StartAsync(new() { WithConfidence = true });
        using var painted = NothingInventedSpecs.Painted(CardTruth.Of(TestPictures.PathOf("ac-12-new-layout.jpg")).Fields["alienRegNum"].Box);
        var json = await AskAsync(client, TestPictures.Encode(painted, SKEncodedImageFormat.Png), "png");
        var image = JsonNode.Parse(json)!["images"]![0]!;
        var result = image["idCard"]!["result"]!;
        Assert.Equal("SUCCESS", (string?)image["inferResult"]);
        Assert.False((bool)result["isConfident"]!);
        Assert.False(result["ac"]!.AsObject().ContainsKey("alienRegNum"));
        Assert.Equal("NOBODY NORA", (string?)result["ac"]!["name"]![0]!["text"]);

        var scores = Regex.Matches(json, "\"confidenceScore\":([0-9.]+)").Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(result["ac"]!.AsObject().Count, scores.Length);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.Contains(scores, score => score > 0.5);
    }

    [Fact]
    public async Task A_picture_without_a_card_is_a_FAILURE_without_one()
    {
        await using var client = await StartAsync(new());
        var image = JsonNode.Parse(await AskAsync(client, TestPictures.Blank(), "png"))!["images"]![0]!;
        Assert.Equal("FAILURE", (string?)image["inferResult"]);
        Assert.Null(image["idCard"]);
    }

    private static async Task<EmulatorClient> StartAsync(EmulatorOptions options)
    {
        try
        {
            return await EmulatorClient.StartAsync(options, ReaderChoice.Tesseract);
        }
        catch (TesseractMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }
    }

    private static async Task<string> AskAsync(EmulatorClient client, byte[] picture, string format)
    {
        using var response = await client.CallAsync(picture, format);
        Assert.True(response.IsSuccessStatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Quad QuadIn(JsonNode polygons)
    {
        var corners = Assert.Single(polygons.AsArray())!["vertices"]!.AsArray().Select(at => new Point((double)at!["x"]!, (double)at["y"]!)).ToArray();
        return new(corners[0], corners[1], corners[2], corners[3]);
    }
}
