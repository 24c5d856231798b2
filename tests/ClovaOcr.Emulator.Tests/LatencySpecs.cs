using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>How long answers take.</summary>
public sealed class LatencySpecs
{
    private static readonly byte[] Picture = TestPictures.Blank();

    [Theory]
    [InlineData("0"), InlineData("200"), InlineData("0.5"), InlineData("600000")]
    [InlineData("100-500"), InlineData("0-0"), InlineData("0.5-1.5")]
    [InlineData("lognormal:1500,0.5"), InlineData("lognormal:0,0")]
    public void It_is_written_in_three_forms(string text)
    {
        Assert.True(Latency.TryParse(text, out var latency));
        Assert.Equal(text, latency.ToString());
        Assert.Equal(text, Latency.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" "), InlineData("x"), InlineData("-1"), InlineData("1,5"), InlineData("600001"), InlineData("1e3")]
    [InlineData("NaN"), InlineData("Infinity"), InlineData("500-100"), InlineData("1-"), InlineData("-"), InlineData("1-2-3"), InlineData("1-x")]
    [InlineData("lognormal:"), InlineData("lognormal:1500"), InlineData("lognormal:1500,"), InlineData("lognormal:1500,-1")]
    [InlineData("lognormal:1500,6"), InlineData("lognormal:1,1,1"), InlineData("normal:1,1")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Latency.TryParse(text, out _));
        if (text is not null) Assert.Throws<FormatException>(() => Latency.Parse(text));
    }

    [Fact]
    public async Task A_call_is_answered_when_its_time_has_come_and_not_before()
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, "200");
        var call = client.ReadAsync(Picture, "png");
        Assert.Equal(TimeSpan.FromMilliseconds(200), await clock.NextWaitAsync());
        clock.Advance(TimeSpan.FromMilliseconds(199));
        Assert.Equal((0, 1), (client.Emulator.Stats.Failure, client.Emulator.Stats.UnderWay));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("FAILURE", (string?)(await call)["images"]![0]!["inferResult"]);
    }

    [Theory]
    [InlineData(150, 50)]
    [InlineData(199, 1)]
    public async Task What_a_call_took_already_counts(int took, int remains)
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, "200");
        using var connection = await client.ConnectAsync();
        var body = RawConnection.BodyOf(Picture, "png");
        await connection.SendHeadAsync(body.Length);
        await client.UntilAsync(stats => stats.UnderWay == 1);
        clock.Advance(TimeSpan.FromMilliseconds(took));
        await connection.SendAsync(body);
        Assert.Equal(TimeSpan.FromMilliseconds(remains), await clock.NextWaitAsync());
    }

    [Fact]
    public async Task A_call_that_took_longer_than_its_time_waits_no_more()
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, "200");
        using var connection = await client.ConnectAsync();
        var body = RawConnection.BodyOf(Picture, "png");
        await connection.SendHeadAsync(body.Length);
        await client.UntilAsync(stats => stats.UnderWay == 1);
        clock.Advance(TimeSpan.FromMilliseconds(201));
        await connection.SendAsync(body);
        Assert.Equal("HTTP/1.1 200 OK", (await connection.ReadAnswerAsync()).Status);
    }

    [Fact]
    public void Times_between_two_are_spread_evenly()
    {
        var draws = Draw("100-500");
        Assert.All(draws, milliseconds => Assert.InRange(milliseconds, 100, 500));
        for (var from = 100; from < 500; from += 100) Assert.InRange(draws.Count(milliseconds => milliseconds >= from && milliseconds < from + 100), 450, 550);
    }

    [Fact]
    public void Lognormal_times_have_their_median_and_a_long_tail()
    {
        var draws = Draw("lognormal:1500,0.5");
        Assert.InRange(draws.Count(milliseconds => milliseconds < 1500), 950, 1050);

        // A normal distribution has 15.9 % beyond one sigma and 2.3 % beyond two.
        Assert.InRange(draws.Count(milliseconds => milliseconds > 1500 * Math.Exp(0.5)), 280, 355);
        Assert.InRange(draws.Count(milliseconds => milliseconds > 1500 * Math.Exp(1)), 30, 62);
        Assert.InRange(draws.Count(milliseconds => milliseconds < 1500 * Math.Exp(-1)), 30, 62);
    }

    [Fact]
    public void No_time_is_longer_than_ten_minutes() => Assert.Equal(600_000, Draw("lognormal:600000,5").Max());

    [Fact]
    public async Task The_seed_decides_every_time()
    {
        var (one, same, other) = (await WaitsAsync(5), await WaitsAsync(5), await WaitsAsync(6));
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.Equal(10, one.Distinct().Count());
    }

    [Fact]
    public async Task A_call_that_is_refused_does_not_wait()
    {
        var clock = new ManualClock();
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions
        {
            Time = clock,
            Latency = Latency.Parse("200"),
            ConcurrencyCap = 1,
            Quota = 1,
            Faults = [FaultSpec.Parse("first 1: 0500"), FaultSpec.Parse("first 2: 502")],
        });
        Assert.Equal(500, (await client.PostAsync(Message())).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await client.CallAsync(Picture, "png")).StatusCode);
        Assert.Equal(401, (await client.PostAsync(Message(), secret: "wrong")).Status);
        var call = client.ReadAsync(Picture, "png");
        await clock.NextWaitAsync();
        Assert.Equal("0025", (string?)(await client.PostAsync(Message())).Body["code"]);
        clock.Advance(TimeSpan.FromMilliseconds(200));
        await call;
        Assert.Equal("0023", (string?)(await client.PostAsync(Message())).Body["code"]);
    }

    private static string Message() => EmulatorClient.Message(Picture, "png").ToJsonString();

    private static Task<EmulatorClient> StartAsync(ManualClock clock, string latency, int seed = 0) =>
        EmulatorClient.StartAsync(new EmulatorOptions { Time = clock, Latency = Latency.Parse(latency), Seed = seed });

    private static double[] Draw(string latency)
    {
        var chance = new Chance(1);
        return [.. Enumerable.Range(1, 2000).Select(call => Latency.Parse(latency).Draw(chance.Of(call, Chance.ForLatency)).TotalMilliseconds)];
    }

    private static async Task<List<TimeSpan>> WaitsAsync(int seed)
    {
        var clock = new ManualClock();
        await using var client = await StartAsync(clock, "100-500", seed);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 10; i++)
        {
            var call = client.ReadAsync(Picture, "png");
            waits.Add(await clock.NextWaitAsync());
            clock.Advance(waits[^1]);
            await call;
        }

        return waits;
    }
}
