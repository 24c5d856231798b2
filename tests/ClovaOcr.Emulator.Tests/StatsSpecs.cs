using System.Linq;
using System.Net.Http;
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
    public async Task No_call_is_lost_when_many_come_at_once()
    {
        await using var client = await EmulatorClient.StartAsync();
        var message = EmulatorClient.Message("%PDF-1.7"u8.ToArray(), "pdf").ToJsonString();
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => i % 4 == 0 ? client.PostAsync("{}") : client.PostAsync(message)));
        var stats = client.Emulator.Stats;
        Assert.Equal((400, 300, 300, 100, 0), (stats.Calls, stats.Billed, stats.Failure, stats.Refused["0021"], stats.UnderWay));
        Assert.Equal(new PictureStats(300, 300), Assert.Single(stats.Pictures).Value);
    }
}
