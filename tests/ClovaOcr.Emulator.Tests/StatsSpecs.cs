using System;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

public sealed class StatsSpecs
{
    private static readonly byte[] Blank = TestPictures.Blank();

    [Fact]
    public async Task Nothing_is_counted_before_the_first_call_nor_for_asking()
    {
        await using var client = await EmulatorClient.StartAsync();
        await client.StatsAsync();
        Assert.Equal("""{"calls":0,"billed":0,"success":0,"failure":0,"error":0,"refused":{},"faults":{},"aborted":0,"underWay":0,"mostAtOnce":0,"pictures":{}}""", (await client.StatsAsync()).ToJsonString());
    }

    [Fact]
    public async Task Each_call_is_counted_once_by_what_it_was_answered()
    {
        await using var client = await EmulatorClient.StartAsync();
        for (var i = 0; i < 2; i++) await client.ReadAsync(TestPictures.BytesOf("ac-10-etc-small-gray.jpg"), "jpg");
        for (var i = 0; i < 3; i++) await client.ReadAsync(Blank, "png");
        await client.ReadAsync([0xFF, 0xD8, 0xFF], "jpg");
        for (var i = 0; i < 4; i++) await client.PostAsync("{}", secret: "wrong");
        await client.PostAsync("[]");
        await client.PostAsync("{}");
        await client.SendAsync(HttpMethod.Get, url: null, "s", content: null);
        await client.PostAsync("{}", url: client.Emulator.InvokeUrl + "/card.jpg");
        await client.AnnounceAndWaitAsync("Content-Type: application/json\r\nContent-Length: 100000000");

        var stats = (await client.StatsAsync()).AsObject();
        Assert.Equal((15, 2, 3, 1), ((int)stats["calls"]!, (int)stats["success"]!, (int)stats["failure"]!, (int)stats["error"]!));
        Assert.Equal(
            ["0001: 1", "0002: 4", "0011: 1", "0021: 1", "405: 1", "413: 1"],
            stats["refused"]!.AsObject().Select(refused => $"{refused.Key}: {refused.Value}").Order());
        Assert.Equal(15, client.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Each_picture_is_told_by_its_hash_with_its_calls_and_what_was_billed()
    {
        var card = TestPictures.BytesOf("ac-10-etc-small-gray.jpg");
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Quota = 4, Faults = [FaultSpec.Parse("first 1: 0500")] });
        for (var i = 0; i < 3; i++) await client.ReadAsync(card, "jpg");
        var form = EmulatorClient.Message(null, "png");
        form["images"]![0]!.AsObject().Remove("data");
        for (var i = 0; i < 2; i++) await client.PostFormAsync(("message", Encoding.UTF8.GetBytes(form.ToJsonString()), null), ("file", Blank, "1.png"));
        await client.ReadAsync(Blank, "png");
        await client.PostAsync("{}");
        var told = (await client.StatsAsync())["pictures"]!;
        Assert.Equal(2, told.AsObject().Count);
        Assert.Equal("""{"calls":3,"billed":2}""", told[HashOf(card)]!.ToJsonString());
        Assert.Equal("""{"calls":3,"billed":2}""", told[HashOf(Blank)]!.ToJsonString());
        Assert.Equal((4, 1, 1), (client.Emulator.Stats.Billed, client.Emulator.Stats.Refused["0500"], client.Emulator.Stats.Refused["0023"]));
    }

    [Fact]
    public async Task A_picture_whose_call_was_one_too_many_is_counted_and_not_billed()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { ConcurrencyCap = 1, Faults = [FaultSpec.Parse("first 1: hang")] });
        using var connection = await client.ConnectAsync();
        await connection.SendCallAsync(Blank, "png");
        await client.UntilAsync(stats => stats.UnderWay == 1);
        Assert.Equal("0025", (string?)(await client.ReadAsync(TestPictures.BytesOf("ac-10-etc-small-gray.jpg"), "jpg"))["code"]);
        Assert.Equal(new PictureStats(1, 0), client.Emulator.Stats.Pictures[HashOf(TestPictures.BytesOf("ac-10-etc-small-gray.jpg"))]);
    }

    [Fact]
    public async Task Statistics_once_read_change_no_more()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("every 2: 0500");
        for (var i = 0; i < 2; i++) await client.ReadAsync(Blank, "png");
        var stats = client.Emulator.Stats;
        for (var i = 0; i < 2; i++) await client.ReadAsync(Blank, "png");
        Assert.Equal((2, 1, 1, 1), (stats.Calls, stats.Refused["0500"], stats.Faults["0500"], stats.Pictures[HashOf(Blank)].Billed));
        Assert.Equal((4, 2, 2, 2), (client.Emulator.Stats.Calls, client.Emulator.Stats.Refused["0500"], client.Emulator.Stats.Faults["0500"], client.Emulator.Stats.Pictures[HashOf(Blank)].Billed));
    }

    [Fact]
    public async Task Nothing_that_was_in_a_picture_or_a_request_is_told()
    {
        await using var client = await EmulatorClient.StartAsync();
        var answer = await client.ReadAsync(TestPictures.BytesOf("ac-10-etc-small-gray.jpg"), "jpg");
        var told = (await client.StatsAsync()).ToJsonString();
        var printed = answer["images"]![0]!["idCard"]!["result"]!["ac"]!.AsObject().Select(field => (string)field.Value![0]!["text"]!);
        Assert.All([.. printed, "request-1", "image-1"], text => Assert.DoesNotContain(text, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_call_is_lost_when_many_come_at_once()
    {
        await using var client = await EmulatorClient.StartAsync();
        var message = EmulatorClient.Message("%PDF-1.7"u8.ToArray(), "pdf").ToJsonString();
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => i % 4 == 0 ? client.PostAsync("{}") : client.PostAsync(message)));
        var stats = client.Emulator.Stats;
        Assert.Equal((400, 300, 300, 100, 0), (stats.Calls, stats.Billed, stats.Error, stats.Refused["0021"], stats.UnderWay));
        Assert.Equal(new PictureStats(300, 300), Assert.Single(stats.Pictures).Value);
    }

    private static string HashOf(byte[] picture) => Convert.ToHexStringLower(SHA256.HashData(picture));
}
