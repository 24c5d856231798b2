using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Tesseract;
using ClovaOcr.Emulator.Tests.Tesseract;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Which reader the emulator uses, and what its callers see when that one fails.</summary>
public sealed class ReaderSpecs
{
    private const string Specimen = "ac-01-english.jpg";
    private const string Nothing = "/no/such/folder";

    [Fact]
    public async Task Both_readers_are_used_where_both_are_there()
    {
        using var fake = new FakeTesseract();
        await using var client = await StartAsync(fake.Folders, ReaderChoice.Auto);
        Assert.Matches($@"^Reads the [0-9]+ specimens; every other picture is read with Tesseract 5\.3\.0 \({Regex.Escape(fake.Program.Path)}\)\.$", client.Emulator.Reader);
        Assert.Equal("SUCCESS", ResultIn(await client.ReadAsync(TestPictures.BytesOf(Specimen), "jpg")));
        Assert.Equal(0, fake.Runs);
    }

    [Fact]
    public async Task Without_Tesseract_the_specimens_are_known_and_it_is_said_what_is_missing()
    {
        await using var client = await StartAsync(new ProgramFolders("PATH", [Nothing]), ReaderChoice.Auto);
        Assert.Matches("^Reads the [0-9]+ specimens: every other picture is answered FAILURE. tesseract was not found on PATH. To install it: ", client.Emulator.Reader);
        Assert.Equal("SUCCESS", ResultIn(await client.ReadAsync(TestPictures.BytesOf(Specimen), "jpg")));
        Assert.Equal("FAILURE", ResultIn(await client.ReadAsync(TestPictures.Blank(), "png")));
    }

    [Fact]
    public async Task The_specimens_alone_need_no_Tesseract_and_do_not_look_for_it()
    {
        using var fake = new FakeTesseract(version: "hang");
        await using var client = await StartAsync(fake.Folders, ReaderChoice.Specimens);
        Assert.Matches("^Reads the [0-9]+ specimens: every other picture is answered FAILURE\\.$", client.Emulator.Reader);
    }

    [Fact]
    public async Task Tesseract_alone_is_an_error_where_it_is_not_there()
    {
        var missing = await Assert.ThrowsAsync<TesseractMissingException>(() => StartAsync(new ProgramFolders("PATH", [Nothing]), ReaderChoice.Tesseract));
        Assert.StartsWith("tesseract was not found on PATH. To install it: ", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crash", "tesseract ended with exit code ")]
    [InlineData("say 세계 garbage", "tesseract printed what is not the TSV that was asked for.")]
    [InlineData("flood", "tesseract printed more than 4096 KB.")]
    public async Task A_reader_that_fails_is_a_billed_ERROR_whose_cause_is_told_and_the_next_call_works(string conduct, string cause)
    {
        using var fake = new FakeTesseract(conduct);
        var causes = new ConcurrentQueue<string>();
        await using var client = await StartAsync(fake.Folders, ReaderChoice.Tesseract, new() { ReaderFailed = causes.Enqueue });
        Assert.StartsWith("Reads every picture with Tesseract 5.3.0 ", client.Emulator.Reader, StringComparison.Ordinal);
        var answer = await client.ReadAsync(TestPictures.BytesOf(Specimen), "jpg");
        Assert.Equal(("ERROR", "OCR service error."), (ResultIn(answer), (string?)answer["images"]![0]!["message"]));
        Assert.Null(answer["images"]![0]!["idCard"]);
        Assert.StartsWith(cause, Assert.Single(causes), StringComparison.Ordinal);
        Assert.Equal((1, 1), (client.Emulator.Stats.Error, client.Emulator.Stats.Billed));

        fake.Reads("answer");
        Assert.NotEqual("ERROR", ResultIn(await client.ReadAsync(TestPictures.BytesOf(Specimen), "jpg")));
        Assert.Single(causes);
    }

    [Fact]
    public async Task A_reader_that_hangs_is_an_ERROR_when_its_time_is_up()
    {
        using var fake = new FakeTesseract("hang");
        var clock = new ManualClock();
        await using var client = await StartAsync(fake.Folders, ReaderChoice.Tesseract, new() { Time = clock });
        var answer = client.ReadAsync(TestPictures.BytesOf(Specimen), "jpg");
        await Eventually.IsTrueAsync(() => fake.Running > 0);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("ERROR", ResultIn(await answer));
        Assert.Equal(0, fake.Running);
    }

    [Fact]
    public async Task A_caller_that_hangs_up_ends_the_run()
    {
        using var fake = new FakeTesseract("hang");
        await using var client = await StartAsync(fake.Folders, ReaderChoice.Tesseract);
        using (var http = new HttpClient())
        {
            var call = client.CallAsync(TestPictures.BytesOf(Specimen), "jpg", http);
            await Eventually.IsTrueAsync(() => fake.Running > 0);
            http.CancelPendingRequests();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        await client.UntilAsync(stats => stats.Aborted == 1);
        Assert.Equal(0, fake.Running);
    }

    [Fact]
    public async Task An_emulator_that_stops_leaves_no_process()
    {
        using var fake = new FakeTesseract("hang with a child");
        var client = await StartAsync(fake.Folders, ReaderChoice.Tesseract);
        var call = client.ReadAsync(TestPictures.BytesOf(Specimen), "jpg");
        await Eventually.IsTrueAsync(() => fake.Running >= 2);
        await client.Emulator.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
        await Eventually.IsTrueAsync(() => fake.Running == 0);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Answers_say_how_sure_the_reader_is_when_that_is_asked_for()
    {
        await using var client = await EmulatorClient.StartAsync(new() { WithConfidence = true });
        using var response = await client.CallAsync(TestPictures.BytesOf(Specimen), "jpg");
        var json = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(8, Regex.Count(json, "\"keyText\":\"\",\"confidenceScore\":1\\.0000,"));
        Assert.Equal(8, Regex.Count(json, "confidenceScore"));
    }

    private static async Task<EmulatorClient> StartAsync(ProgramFolders folders, ReaderChoice reader, EmulatorOptions? options = null) =>
        await EmulatorClient.StartAsync((options ?? new()) with { ProgramFolders = folders }, reader);

    private static string? ResultIn(JsonNode answer) => (string?)answer["images"]![0]!["inferResult"];
}
