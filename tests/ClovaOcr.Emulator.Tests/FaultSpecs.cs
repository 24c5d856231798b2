using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Each fault as a caller meets it, and what the statistics say of it.</summary>
public sealed class FaultSpecs
{
    private static readonly byte[] Picture = TestPictures.BytesOf("ac-10-etc-small-gray.jpg");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("0001", 400, "URL is invalid.")]
    [InlineData("0002", 401, "Secret key validate failed.")]
    [InlineData("0011", 400, "Request body invalid.")]
    [InlineData("0021", 400, "Protocol version not support.")]
    [InlineData("0022", 400, "Request domain invalid.")]
    [InlineData("0023", 400, "API request count reach the upper limit.")]
    [InlineData("0025", 400, "Calls to this api have exceeded the rate limit.")]
    [InlineData("0500", 500, "Unknown service error.")]
    [InlineData("0501", 500, "OCR service error.")]
    [InlineData("1021", 500, "Not found deploy information")]
    public async Task A_services_code_is_answered_as_the_API_page_has_it(string code, int status, string message)
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync($"always: {code}");
        using var response = await CallAsync(client);
        var body = JsonNode.Parse(await BodyAsync(response))!;
        Assert.Equal("""{code:"",message:"",path:"",traceId:"",timestamp:0}""", JsonShape.Of(body));
        Assert.Equal((status, code, message), ((int)response.StatusCode, (string?)body["code"], (string?)body["message"]));
        Assert.Null(response.Headers.RetryAfter);
        AssertCounted(client, code, billed: 0, refused: 1);
    }

    [Theory]
    [InlineData("429", "Too Many Requests")]
    [InlineData("502", "Bad Gateway")]
    [InlineData("503", "Service Temporarily Unavailable")]
    [InlineData("504", "Gateway Time-out")]
    public async Task A_gateway_answers_with_a_web_page(string status, string reason)
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync($"always: {status}");
        using var response = await CallAsync(client);
        Assert.Equal((status, "text/html"), ($"{(int)response.StatusCode}", response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"<title>{status} {reason}</title>", await BodyAsync(response), StringComparison.Ordinal);
        Assert.Null(response.Headers.RetryAfter);
        AssertCounted(client, status, billed: 0, refused: 1);
    }

    [Theory]
    [InlineData("503", 2), InlineData("429", 0), InlineData("0500", 120)]
    public async Task A_refusal_may_say_when_to_come_again(string name, int seconds)
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync($"always: {name} retry-after {seconds}");
        using var response = await CallAsync(client);
        Assert.Equal(TimeSpan.FromSeconds(seconds), response.Headers.RetryAfter?.Delta);
        AssertCounted(client, name, billed: 0, refused: 1);
    }

    [Fact]
    public async Task Truncated_is_the_first_half_of_the_right_answer_in_a_sound_frame()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: truncated");
        using var connection = await client.ConnectAsync();
        for (var i = 0; i < 2; i++)
        {
            // Twice, because a sound frame leaves the connection usable.
            await connection.SendCallAsync(Picture, "jpg");
            var (status, body) = await connection.ReadAnswerAsync();
            Assert.Equal("HTTP/1.1 200 OK", status);
            Assert.StartsWith("""{"version":"V2","requestId":"request-1",""", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
            Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(body));
        }

        AssertCounted(client, "truncated", billed: 2, calls: 2);
    }

    [Fact]
    public async Task Cut_is_an_answer_whose_connection_ends_before_all_that_was_announced_has_come()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: cut");
        using var connection = await client.ConnectAsync();
        await connection.SendCallAsync(Picture, "jpg");
        var (status, headers) = await connection.ReadHeadAsync();
        var body = await connection.ReadToEndAsync();
        Assert.Equal(("HTTP/1.1 200 OK", "application/json;charset=UTF-8"), (status, headers["Content-Type"]));
        Assert.Equal(int.Parse(headers["Content-Length"], null) / 2, body.Length);
        Assert.StartsWith("""{"version":"V2",""", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        AssertCounted(client, "cut", billed: 1);
    }

    [Fact]
    public async Task Reset_before_comes_as_soon_as_the_head_is_there_and_is_not_billed()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: reset-before");
        using var connection = await client.ConnectAsync();
        await connection.SendHeadAsync(1000);
        await connection.AssertResetAsync();
        AssertCounted(client, "reset-before", billed: 0);
        Assert.Empty(client.Emulator.Stats.Pictures);
    }

    [Fact]
    public async Task Reset_after_comes_when_the_body_was_read_and_is_billed()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: reset-after");
        using var connection = await client.ConnectAsync();
        await connection.SendCallAsync(Picture, "jpg");
        await connection.AssertResetAsync();
        AssertCounted(client, "reset-after", billed: 1);
        Assert.Equal(new PictureStats(1, 1), client.Emulator.Stats.Pictures[Convert.ToHexStringLower(SHA256.HashData(Picture))]);
    }

    [Fact]
    public async Task Hang_never_answers_and_ends_when_the_caller_hangs_up()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("first 1: hang");
        using (var connection = await client.ConnectAsync())
        {
            await connection.SendCallAsync(Picture, "jpg");
            await client.UntilAsync(stats => stats.Faults.ContainsKey("hang"));
            Assert.Equal((1, 1, 0), (client.Emulator.Stats.Billed, client.Emulator.Stats.UnderWay, client.Emulator.Stats.Aborted));
            using var other = await CallAsync(client);
            Assert.Equal((1, 1, 0), (client.Emulator.Stats.Success, client.Emulator.Stats.UnderWay, client.Emulator.Stats.Aborted));
        }

        await client.UntilAsync(stats => stats is { UnderWay: 0, Aborted: 1 });
    }

    [Fact]
    public async Task Drip_gives_the_right_answer_at_a_byte_a_second_and_never_ends()
    {
        var clock = new ManualClock();
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Time = clock, Faults = [FaultSpec.Parse("always: drip")] });
        using (var connection = await client.ConnectAsync())
        {
            await connection.SendCallAsync(TestPictures.Blank(), "png");
            var (status, headers) = await connection.ReadHeadAsync();
            Assert.Equal(("HTTP/1.1 200 OK", "application/json;charset=UTF-8", false), (status, headers["Content-Type"], headers.ContainsKey("Content-Length")));
            var all = new List<byte>();
            for (var i = 0; i < 1000; i++)
            {
                Assert.Equal(TimeSpan.FromSeconds(1), await clock.NextWaitAsync());
                clock.Advance(TimeSpan.FromSeconds(1));
                all.Add(Assert.Single(await connection.ReadChunkAsync()));
            }

            Assert.Equal("FAILURE", (string?)JsonNode.Parse(all.ToArray())!["images"]![0]!["inferResult"]);
            Assert.Equal(' ', (char)all[^1]);
            Assert.Equal(1, client.Emulator.Stats.UnderWay);
        }

        await client.UntilAsync(stats => stats is { UnderWay: 0, Aborted: 1 });
        AssertCounted(client, "drip", billed: 1);
    }

    [Fact]
    public async Task Content_type_is_the_right_answer_under_a_web_pages_type()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: content-type");
        using var response = await CallAsync(client);
        Assert.Equal((200, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("SUCCESS", (string?)JsonNode.Parse(await BodyAsync(response))!["images"]![0]!["inferResult"]);
        AssertCounted(client, "content-type", billed: 1);
    }

    [Fact]
    public async Task Html_is_a_proxys_web_page_and_is_not_billed()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: html");
        using var response = await CallAsync(client);
        Assert.Equal((200, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("<html>", await BodyAsync(response), StringComparison.Ordinal);
        AssertCounted(client, "html", billed: 0);
    }

    [Fact]
    public async Task Huge_is_the_right_answer_with_white_space_behind_it_until_the_caller_hangs_up()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: huge");
        using (var response = await CallAsync(client))
        {
            Assert.Null(response.Content.Headers.ContentLength);
            await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
            var block = new byte[1024 * 1024];
            await body.ReadExactlyAsync(block, Cancellation);
            Assert.Equal("SUCCESS", (string?)JsonNode.Parse(block)!["images"]![0]!["inferResult"]);
            for (var i = 0; i < 64; i++)
            {
                await body.ReadExactlyAsync(block, Cancellation);
                Assert.False(block.AsSpan().ContainsAnyExcept((byte)' '));
            }

            Assert.Equal(1, client.Emulator.Stats.UnderWay);
        }

        await client.UntilAsync(stats => stats is { UnderWay: 0, Aborted: 1 });
        AssertCounted(client, "huge", billed: 1);
    }

    [Theory]
    [InlineData("0500"), InlineData("reset-before"), InlineData("hang")]
    public async Task No_fault_meets_a_call_to_another_address_or_without_the_secret(string fault)
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync($"always: {fault}");
        var message = EmulatorClient.Message(Picture, "jpg").ToJsonString();
        Assert.Equal("0002", (string?)(await client.PostAsync(message, secret: "wrong")).Body["code"]);
        Assert.Equal("0001", (string?)(await client.PostAsync(message, url: client.Emulator.InvokeUrl + "/other")).Body["code"]);
        Assert.Empty(client.Emulator.Stats.Faults);
    }

    [Fact]
    public async Task A_body_that_is_not_right_is_told_so_and_meets_no_fault()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("always: 0500");
        Assert.Equal("0011", (string?)(await client.PostAsync("[]")).Body["code"]);
        Assert.Empty(client.Emulator.Stats.Faults);
    }

    private static Task<HttpResponseMessage> CallAsync(EmulatorClient client) => client.CallAsync(Picture, "jpg");

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Cancellation);

    private static void AssertCounted(EmulatorClient client, string fault, int billed, int refused = 0, int calls = 1)
    {
        var stats = client.Emulator.Stats;
        Assert.Equal(KeyValuePair.Create(fault, calls), Assert.Single(stats.Faults));
        Assert.Equal((calls, billed, 0, 0, 0), (stats.Calls, stats.Billed, stats.Success, stats.Failure, stats.Error));
        Assert.Equal(refused, stats.Refused.GetValueOrDefault(fault));
        Assert.Equal(refused, stats.Refused.Values.Sum());
    }
}
