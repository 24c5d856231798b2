using System;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The cap on simultaneous calls, and the quota of billed ones.</summary>
public sealed class LimitSpecs
{
    private static readonly byte[] Picture = TestPictures.Blank();

    private static readonly string Message = EmulatorClient.Message(Picture, "png").ToJsonString();

    [Fact]
    public async Task One_call_more_than_the_cap_is_refused_until_another_was_answered()
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, cap: 3);
        var calls = Enumerable.Range(0, 3).Select(_ => client.PostAsync(Message)).ToArray();
        for (var i = 0; i < 3; i++) await clock.NextWaitAsync();
        for (var i = 0; i < 5; i++)
        {
            var (status, body) = await client.PostAsync(Message);
            Assert.Equal((400, "0025", "Calls to this api have exceeded the rate limit."), (status, (string?)body["code"], (string?)body["message"]));
        }

        Assert.Equal((3, 3, 3, 5), Told(client.Emulator.Stats));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(200, answer.Status));

        var next = client.PostAsync(Message);
        await clock.NextWaitAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await next).Status);
        Assert.Equal((0, 3, 4, 5), Told(client.Emulator.Stats));

        static (int, int, int, int) Told(EmulatorStats stats) => (stats.UnderWay, stats.MostAtOnce, stats.Billed, stats.Refused["0025"]);
    }

    [Fact]
    public async Task A_caller_hears_of_the_cap_after_its_whole_picture_was_taken_and_can_use_the_connection_again()
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, cap: 1);
        var first = client.PostAsync(Message);
        await clock.NextWaitAsync();
        var connections = 0;
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        var large = new byte[8 * 1024 * 1024];
        Picture.CopyTo(large, 0);
        for (var i = 0; i < 10; i++)
        {
            using var response = await client.CallAsync(large, "png", http);
            Assert.Equal("0025", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
        }

        Assert.Equal(1, connections);
        clock.Advance(TimeSpan.FromSeconds(1));
        await first;
    }

    [Fact]
    public async Task A_call_gives_its_place_back_before_its_answer_is_complete()
    {
        // Who has the whole answer may call again at once. This answer is too long to be complete before it is read.
        await using var client = await EmulatorClient.StartAsync();
        using var connection = await client.ConnectAsync();
        var message = EmulatorClient.Message("%PDF-1.7"u8.ToArray(), "pdf");
        message["requestId"] = new string('1', 32 * 1024 * 1024);
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        await connection.SendHeadAsync(body.Length);
        await connection.SendAsync(body);
        await connection.ReadHeadAsync();
        Assert.Equal((1, 0, 1), (client.Emulator.Stats.MostAtOnce, client.Emulator.Stats.UnderWay, client.Emulator.Stats.Error));
    }

    [Fact]
    public async Task Without_a_cap_64_calls_at_once_are_let_in()
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, cap: null);
        var calls = Enumerable.Range(0, 64).Select(_ => client.PostAsync(Message)).ToArray();
        for (var i = 0; i < 64; i++) await clock.NextWaitAsync();
        Assert.Equal((64, 64), (client.Emulator.Stats.UnderWay, client.Emulator.Stats.MostAtOnce));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(200, answer.Status));
        Assert.Equal((0, 64), (client.Emulator.Stats.UnderWay, client.Emulator.Stats.MostAtOnce));
    }

    [Theory]
    [InlineData("the head"), InlineData("half the body"), InlineData("the body")]
    public async Task A_caller_that_hangs_up_gives_its_place_back(string after)
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, cap: 1);
        using (var connection = await client.ConnectAsync())
        {
            var body = RawConnection.BodyOf(Picture, "png");
            await connection.SendHeadAsync(body.Length);
            if (after == "half the body") await connection.SendAsync(body.AsMemory(0, body.Length / 2));
            if (after == "the body") await connection.SendAsync(body);
            await client.UntilAsync(stats => stats.UnderWay == 1);
            if (after == "the body") await clock.NextWaitAsync();
        }

        await client.UntilAsync(stats => stats.UnderWay == 0);
        await client.UntilAsync(stats => stats.Aborted == 1);
        Assert.Equal(after == "the body" ? 1 : 0, client.Emulator.Stats.Billed);
        var next = client.PostAsync(Message);
        await clock.NextWaitAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await next).Status);
        Assert.Empty(client.Emulator.Stats.Refused);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_form_that_its_caller_breaks_off_is_aborted_and_not_refused(bool byReset)
    {
        await using var client = await EmulatorClient.StartAsync();
        using (var connection = await client.ConnectAsync())
        {
            await connection.SendAsync(Encoding.ASCII.GetBytes(
                $"POST {new Uri(client.Emulator.InvokeUrl).AbsolutePath}/document/id-card HTTP/1.1\r\nHost: x\r\nX-OCR-SECRET: s\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\n"));
            await client.UntilAsync(stats => stats.UnderWay == 1);
            if (byReset) connection.Reset();
        }

        await client.UntilAsync(stats => stats.UnderWay == 0);
        Assert.Equal(1, client.Emulator.Stats.Aborted);
        Assert.Empty(client.Emulator.Stats.Refused);
    }

    [Fact]
    public async Task After_the_quota_every_call_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Quota = 3 });
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await client.PostAsync(Message)).Status);
        for (var i = 0; i < 3; i++)
        {
            var (status, body) = await client.PostAsync(Message);
            Assert.Equal((400, "0023", "API request count reach the upper limit."), (status, (string?)body["code"], (string?)body["message"]));
        }

        Assert.Equal((6, 3, 3), (client.Emulator.Stats.Calls, client.Emulator.Stats.Billed, client.Emulator.Stats.Refused["0023"]));
    }

    [Fact]
    public async Task The_quota_is_exact_when_many_calls_come_at_once()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Quota = 100 });
        var message = EmulatorClient.Message("%PDF-1.7"u8.ToArray(), "pdf").ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.PostAsync(message)));
        Assert.Equal((100, 100), (answers.Count(answer => answer.Status == 200), client.Emulator.Stats.Billed));
    }

    [Fact]
    public async Task Every_answer_is_billed_and_no_refusal_is()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Quota = 3, Faults = [FaultSpec.Parse("first 2: 0500|503")] });
        for (var i = 0; i < 2; i++) Assert.True((int)(await client.CallAsync(Picture, "png")).StatusCode >= 500);
        Assert.Equal(400, (await client.PostAsync("[]")).Status);
        Assert.Equal(401, (await client.PostAsync(Message, secret: "wrong")).Status);
        Assert.Equal(0, client.Emulator.Stats.Billed);
        Assert.Equal("SUCCESS", Result(await client.ReadAsync(TestPictures.BytesOf("ac-10-etc-small-gray.jpg"), "jpg")));
        Assert.Equal("FAILURE", Result(await client.ReadAsync(Picture, "png")));
        Assert.Equal("ERROR", Result(await client.ReadAsync([0xFF, 0xD8, 0xFF], "jpg")));
        Assert.Equal(3, client.Emulator.Stats.Billed);
        Assert.Equal("0023", (string?)(await client.PostAsync(Message)).Body["code"]);
    }

    [Theory]
    [InlineData("always: 0500"), InlineData("always: truncated")]
    public async Task A_spent_quota_comes_before_any_fault(string fault)
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Quota = 0, Faults = [FaultSpec.Parse(fault)] });
        Assert.Equal("0023", (string?)(await client.PostAsync(Message)).Body["code"]);
        Assert.Empty(client.Emulator.Stats.Faults);
    }

    [Fact]
    public async Task Limits_that_let_nothing_in_are_not_taken()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CardOcrEmulator.StartAsync(new EmulatorOptions { ConcurrencyCap = 0 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CardOcrEmulator.StartAsync(new EmulatorOptions { Quota = -1 }));
    }

    private static string? Result(JsonNode answer) => (string?)answer["images"]![0]!["inferResult"];

    private static Task<EmulatorClient> StartAsync(ManualClock clock, int? cap) =>
        EmulatorClient.StartAsync(new EmulatorOptions { Time = clock, Latency = Latency.Parse("1000"), ConcurrencyCap = cap });
}
