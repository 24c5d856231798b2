using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The answers with HTTP 200, beside the vendor page's samples.</summary>
public sealed partial class AnswerSpecs : IAsyncLifetime
{
    private static readonly string[] Upright = [.. TestPictures.Upright.Select(file => Path.GetFileName(file))];

    private EmulatorClient _client = null!;

    public static TheoryData<string> Cards => [.. Upright.Where(name => name.StartsWith("ac", StringComparison.Ordinal))];

    public static TheoryData<string> Specimens => [.. Upright];

    public async ValueTask InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory, MemberData(nameof(Cards))]
    public async Task A_cards_answer_has_the_members_of_the_vendors_sample_in_their_order(string specimen)
    {
        var answer = await ReadAsync(specimen);
        var printed = TestPictures.Truth(TestPictures.PathOf(specimen))["fields"]!.AsObject().Select(field => field.Key).ToHashSet();
        var sample = VendorSample("success");
        var fields = CardIn(sample, "ac");
        foreach (var name in fields.Select(field => field.Key).Where(name => !printed.Contains(name)).ToArray()) fields.Remove(name);
        Assert.Equal(printed.Count, fields.Count);
        Assert.Equal(JsonShape.Of(sample), JsonShape.Of(answer));
    }

    [Theory, MemberData(nameof(Specimens))]
    public async Task Every_specimen_is_read_in_full_in_both_forms_of_a_call(string specimen)
    {
        var truth = TestPictures.Truth(TestPictures.PathOf(specimen));
        var asJson = await ReadAsync(specimen);
        var (status, asForm) = await PostFormAsync(TestPictures.BytesOf(specimen), TestPictures.FormatOf(specimen));
        Assert.Equal(200, status);
        foreach (var answer in new[] { asJson, asForm })
        {
            Assert.Equal("SUCCESS", (string?)answer["images"]![0]!["message"]);
            Assert.Equal((string?)truth["estimatedLanguage"], (string?)answer["images"]![0]!["idCard"]!["meta"]!["estimatedLanguage"]);
            var card = CardIn(answer, (string)truth["kind"]!);
            Assert.Equal(truth["fields"]!.AsObject().Select(field => field.Key).Order(), card.Select(field => field.Key).Order());
            foreach (var (field, printed) in truth["fields"]!.AsObject())
            {
                Assert.Equal(TextsOf(printed!), TextsOf(card[field]!));
                Assert.Equal(BoxesOf(printed!), card[field]!.AsArray().Select(entry => CornersOf(entry!["boundingPolys"]!)));
            }
        }
    }

    [Theory]
    [InlineData("ac-01-english.jpg", "ac", "Alien Registration Card")]
    [InlineData("ic-01.jpg", "ic", "ID Card")]
    [InlineData("dl-01.png", "dl", "Driver's License")]
    [InlineData("pp-01.jpg", "pp", "Passport")]
    public async Task Each_kind_of_card_has_a_key_and_a_type_of_its_own(string specimen, string key, string type)
    {
        var result = (await ReadAsync(specimen))["images"]![0]!["idCard"]!["result"]!.AsObject();
        Assert.Equal(["isConfident", key, "rois", "idtype"], result.Select(member => member.Key));
        Assert.Equal(type, (string?)result["idtype"]);
        Assert.True((bool)result["isConfident"]!);
    }

    [Fact]
    public async Task Dates_are_told_in_their_parts_and_all_else_as_a_value()
    {
        foreach (var (name, entries) in CardIn(await ReadAsync("ac-01-english.jpg"), "ac"))
        {
            var (text, formatted) = ((string)entries![0]!["text"]!, entries[0]!["formatted"]!.AsObject());
            if (name == "issueDate") Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", string.Join('-', formatted["year"], formatted["month"], formatted["day"]));
            else Assert.Equal(text, (string?)formatted["value"]);
        }
    }

    [Theory, MemberData(nameof(Specimens))]
    public async Task Numbers_are_printed_as_the_service_prints_them(string specimen)
    {
        // JSON that was parsed still holds each number as it was written.
        var json = (await ReadAsync(specimen)).ToJsonString();
        var fields = Regex.Count(json, "\"text\":");
        Assert.Equal(fields, Regex.Count(json, "\"keyText\":\"\",\"confidenceScore\":0\\.0,"));
        var coordinates = Coordinate().Matches(json).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(coordinates.Length > fields * 8);
        Assert.All(coordinates, coordinate => Assert.Matches(@"^-?[0-9]+\.[0-9]+$", coordinate));
    }

    [Theory]
    [InlineData("1234", "alienRegistration_test")]
    [InlineData("요청 1", "이름.jpg")]
    [InlineData("\"\\\u0001<&>", "😀")]
    public async Task The_request_id_and_the_images_name_come_back_as_they_were_sent(string requestId, string name)
    {
        var picture = TestPictures.Blank();
        var message = MessageOf(picture, "png", requestId, name);
        var (_, asJson) = await _client.PostAsync(message.ToJsonString());
        message["images"]![0]!.AsObject().Remove("data");
        var (_, asForm) = await _client.PostFormAsync(("message", Encoding.UTF8.GetBytes(message.ToJsonString()), null), ("file", picture, "1.png"));
        Assert.All([asJson, asForm], answer => Assert.Equal((requestId, name), ((string?)answer["requestId"], (string?)answer["images"]![0]!["name"])));
    }

    [Fact]
    public async Task The_timestamp_is_the_services_time_in_Unix_milliseconds()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var answers = new[] { await _client.ReadAsync(TestPictures.Blank(), "png"), (await _client.PostAsync("{}")).Body };
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Assert.All(answers, answer => Assert.InRange((long)answer["timestamp"]!, before, after));
    }

    [Fact]
    public async Task No_two_calls_are_told_the_same_uid()
    {
        var uids = new string[5];
        for (var i = 0; i < uids.Length; i++) uids[i] = (string)(await ReadAsync("ac-10-etc-small-gray.jpg"))["images"]![0]!["uid"]!;
        Assert.Equal(uids.Length, uids.Distinct().Count());
        Assert.All(uids, uid => Assert.Matches("^[0-9a-f]{32}$", uid));
    }

    public static TheoryData<string, string> Unrecognised() => new()
    {
        { "a blank png", "png" },
        { "a blank jpg", "jpg" },
        { "a blank jpg", "jpeg" },
        { "a sideways card", "jpg" },
    };

    [Theory, MemberData(nameof(Unrecognised))]
    public async Task A_picture_without_a_card_that_is_known_is_a_failure_and_no_error(string what, string format) =>
        await AssertNoCardAsync("FAILURE", "Recognition failure", what, format);

    [Theory]
    [InlineData("a truncated jpg", "jpg")]
    [InlineData("a jpg's first bytes", "jpg")]
    [InlineData("a truncated png", "png")]
    [InlineData("a png of 40000 x 40000", "png")]
    [InlineData("%PDF-1.7\n", "pdf")]
    [InlineData("II*\0\b\0\0\0", "tif")]
    [InlineData("MM\0*\0\0\0\b", "tiff")]
    public async Task A_picture_that_cannot_be_decoded_is_an_error(string what, string format) =>
        await AssertNoCardAsync("ERROR", "Read page:0 error.", what, format);

    private async Task AssertNoCardAsync(string result, string text, string what, string format)
    {
        var picture = PictureOf(what);
        var (jsonStatus, asJson) = await _client.PostAsync(EmulatorClient.Message(picture, format).ToJsonString());
        var (formStatus, asForm) = await PostFormAsync(picture, format);
        Assert.Equal((200, 200), (jsonStatus, formStatus));
        Assert.All([asJson, asForm], answer =>
        {
            Assert.Equal(JsonShape.Of(VendorSample("failure")), JsonShape.Of(answer));
            var image = answer["images"]![0]!;
            Assert.Equal((result, text, "NO_REQUESTED"), ((string?)image["inferResult"], (string?)image["message"], (string?)image["validationResult"]!["result"]));
        });
    }

    private static byte[] PictureOf(string what)
    {
        switch (what)
        {
            case "a blank png": return TestPictures.Blank();
            case "a blank jpg": return TestPictures.Blank(SKEncodedImageFormat.Jpeg);
            case "a sideways card": return TestPictures.BytesOf("ac-04-exif-6.jpg");
            case "a truncated jpg": return TestPictures.BytesOf("ac-01-english.jpg")[..80_000];
            case "a jpg's first bytes": return [0xFF, 0xD8, 0xFF, 0xE0];
            case "a truncated png": return TestPictures.BytesOf("ac-07-gray.png")[..60_000];
            case "a png of 40000 x 40000":
                var png = TestPictures.Blank();
                new byte[] { 0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40 }.CopyTo(png, 16);
                return png;
            default: return Encoding.Latin1.GetBytes(what);
        }
    }

    private static JsonNode VendorSample(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vendor", name + ".json")))!;

    private static JsonObject CardIn(JsonNode answer, string kind) => answer["images"]![0]!["idCard"]!["result"]![kind]!.AsObject();

    private static string[] TextsOf(JsonNode entries) => [.. entries.AsArray().Select(entry => (string)entry!["text"]!)];

    private static (float X, float Y)[][] BoxesOf(JsonNode entries) =>
        [.. entries.AsArray().Select(entry => entry!["box"]!.AsArray().Select(corner => ((float)(double)corner![0]!, (float)(double)corner[1]!)).ToArray())];

    private static (float X, float Y)[] CornersOf(JsonNode polygons) =>
        [.. Assert.Single(polygons.AsArray())!["vertices"]!.AsArray().Select(corner => ((float)corner!["x"]!, (float)corner["y"]!))];

    private static JsonObject MessageOf(byte[] picture, string format, string requestId, string name)
    {
        var message = EmulatorClient.Message(picture, format);
        message["requestId"] = requestId;
        message["images"]![0]!["name"] = name;
        return message;
    }

    private Task<(int Status, JsonNode Body)> PostFormAsync(byte[] picture, string format)
    {
        var message = EmulatorClient.Message(null, format);
        message["images"]![0]!.AsObject().Remove("data");
        return _client.PostFormAsync(("message", Encoding.UTF8.GetBytes(message.ToJsonString()), null), ("file", picture, "1." + format));
    }

    private Task<JsonNode> ReadAsync(string specimen) => _client.ReadAsync(TestPictures.BytesOf(specimen), TestPictures.FormatOf(specimen));

    [GeneratedRegex("\"[xy]\":([^,}]+)")]
    private static partial Regex Coordinate();
}
