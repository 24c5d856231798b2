using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The vendor page's request examples, run as they stand there but for the places that a reader is to fill in, and the format.</summary>
public sealed class VendorExampleSpecs : IDisposable
{
    private const string Card = "ac-10-etc-small-gray.jpg";

    private const string InvokeUrl = "https://cbgrx5natw.apigw.ntruss.com/custom/v1/{DomainId}/{InvokeKey}";

    private const string JsonExample = """
        curl --location --request POST 'https://cbgrx5natw.apigw.ntruss.com/custom/v1/{DomainId}/{InvokeKey}/document/id-card' \
        --header 'Content-Type: application/json' \
        --header 'X-OCR-SECRET: {Secret key issued when registering the app}' \
        --data '{
            "version": "V2",
            "requestId": "string",
            "timestamp": 0,
            "images": [
                { 
                    "format": "png", 
                    "name": "alienRegistration_test", 
                    "data":"{Base64-encoded image data}"
                }
            ]
         }'
        """;

    private const string FormExample = """
        curl --location --request POST 'https://cbgrx5natw.apigw.ntruss.com/custom/v1/{DomainId}/{InvokeKey}/document/id-card' \
        --header 'X-OCR-SECRET: {Secret key issued when registering the app}' \
        --header 'Content-Type: multipart/form-data' \
        --form 'message="{\"version\": \"V2\", \"requestId\": \"1234\", \"timestamp\": 0, \"images\": [{\"format\": \"png\", \"name\": \"alienRegistration_test\"}]}"' \
        --form 'file=@"{file}"'
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task The_JSON_example_is_answered_with_the_card() => AssertReadAsync(JsonExample, "string");

    [Fact]
    public Task The_multipart_example_is_answered_with_the_card() => AssertReadAsync(FormExample, "1234");

    private async Task AssertReadAsync(string example, string requestId)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The examples are for a Unix shell.");
        Assert.SkipUnless(IsOnPath("curl") && IsOnPath("bash"), "There is no curl here.");
        await using var client = await EmulatorClient.StartAsync();
        var script = Path.Combine(_folder.FullName, "example.sh");
        await File.WriteAllTextAsync(script, Filled(example, client.Emulator.InvokeUrl).ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
        using var bash = ChildProcess.Start("bash", [script]);
        var answer = JsonNode.Parse(await bash.Output.ReadToEndAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(0, await bash.EndAsync());
        Assert.Equal((requestId, "alienRegistration_test"), ((string?)answer["requestId"], (string?)answer["images"]?[0]!["name"]));
        Assert.Equal((string)TestPictures.Truth(TestPictures.PathOf(Card))["fields"]!["alienRegNum"]![0]!["text"]!, TestPictures.NumberIn(answer));
    }

    private static string Filled(string example, string invokeUrl) => example
        .Replace(InvokeUrl, invokeUrl, StringComparison.Ordinal)
        .Replace("{Secret key issued when registering the app}", "s", StringComparison.Ordinal)
        .Replace("{Base64-encoded image data}", Convert.ToBase64String(TestPictures.BytesOf(Card)), StringComparison.Ordinal)
        .Replace("{file}", TestPictures.PathOf(Card), StringComparison.Ordinal)
        .Replace("\"png\"", "\"jpg\"", StringComparison.Ordinal)
        .Replace("\\\"png\\\"", "\\\"jpg\\\"", StringComparison.Ordinal);

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
