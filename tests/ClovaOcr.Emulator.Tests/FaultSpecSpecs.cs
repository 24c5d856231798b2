using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>How faults are written, and which calls they meet.</summary>
public sealed class FaultSpecSpecs
{
    private static readonly byte[][] Pictures = [[.. "%PDF-1.7"u8], [.. "%PDF-1.6"u8], [.. "%PDF-1.5"u8]];

    [Theory]
    [InlineData("always: 0500"), InlineData("always:0500"), InlineData("  always  :  0500  ")]
    [InlineData("first 2: 503 retry-after 2"), InlineData("first 1 of each: 0501 retry-after 0"), InlineData("every 10: 1021|429|cut")]
    [InlineData("20%: truncated | hang"), InlineData("0.5%: drip"), InlineData("100%: huge"), InlineData("0%: html")]
    [InlineData("first 2: reset-before|reset-after|content-type")]
    public void A_spec_says_when_and_what(string text)
    {
        Assert.True(FaultSpec.TryParse(text, out var spec));
        Assert.Equal(text, spec.ToString());
        Assert.Equal(text, FaultSpec.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("always"), InlineData("always:"), InlineData(": 0500"), InlineData("always: 0500: 0501")]
    [InlineData("never: 0500"), InlineData("first: 0500"), InlineData("first 0: 0500"), InlineData("first -1: 0500"), InlineData("first x: 0500")]
    [InlineData("first 1 of: 0500"), InlineData("first 1 of all: 0500"), InlineData("every 0: 0500"), InlineData("every 2 of each: 0500")]
    [InlineData("%: 0500"), InlineData("101%: 0500"), InlineData("-1%: 0500"), InlineData("NaN%: 0500"), InlineData("-Infinity%: 0500"), InlineData("20 %: 0500")]
    [InlineData("always: 0599"), InlineData("always: 500"), InlineData("always: 418"), InlineData("always: Hang"), InlineData("always: hang|"), InlineData("always: |hang")]
    [InlineData("always: hang hang"), InlineData("always: hang retry-after 1"), InlineData("always: 503 retry-after"), InlineData("always: 503 retry-after -1")]
    [InlineData("always: 503 retry-after 1 2"), InlineData("always: 503 after 1"), InlineData("first 1 of each: reset-before"), InlineData("first 1 of each: hang|reset-before")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(FaultSpec.TryParse(text, out _));
        if (text is not null) Assert.Throws<FormatException>(() => FaultSpec.Parse(text));
    }

    [Theory]
    [InlineData("500 500 500 500 500 500", "always: 0500")]
    [InlineData("500 500 200 200 200 200", "first 2: 0500")]
    [InlineData("200 200 500 200 200 500", "every 3: 0500")]
    [InlineData("500 500 500 500 500 500", "100%: 0500")]
    [InlineData("200 200 200 200 200 200", "0%: 0500")]
    [InlineData("500 500 502 503 200 502", "first 2: 0500", "every 3: 502", "first 4: 503")]
    [InlineData("500 500 500 200 200 200", "first 1 of each: 0500")]
    [InlineData("500 500 500 502 502 502", "first 1 of each: 0500", "first 2 of each: 502")]
    [InlineData("503 500 500 502 502 502", "first 1: 503", "first 1 of each: 0500", "first 2 of each: 502")]
    public async Task The_first_spec_that_meets_a_call_applies_and_every_spec_counts_every_call(string expected, params string[] specs)
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync(specs);
        Assert.Equal(expected, string.Join(' ', await StatusesAsync(client, 6)));
    }

    [Fact]
    public async Task Calls_that_are_not_let_in_are_not_counted()
    {
        var clock = new ManualClock();
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions
        {
            Time = clock,
            Latency = Latency.Parse("1000"),
            ConcurrencyCap = 1,
            Faults = [FaultSpec.Parse("every 2: 0500"), FaultSpec.Parse("first 1 of each: 0501")],
        });
        var message = EmulatorClient.Message(Pictures[0], "pdf").ToJsonString();
        Assert.Equal(401, (await client.PostAsync(message, secret: "wrong")).Status);
        Assert.Equal("0501", (string?)(await client.PostAsync(message)).Body["code"]);
        Assert.Equal("0500", (string?)(await client.PostAsync(message)).Body["code"]);
        var call = client.PostAsync(message);
        await clock.NextWaitAsync();
        Assert.Equal("0025", (string?)(await client.PostAsync(message)).Body["code"]);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await call).Status);
        Assert.Equal("0500", (string?)(await client.PostAsync(message)).Body["code"]);
    }

    [Fact]
    public async Task The_seed_decides_which_calls_a_percentage_meets_and_which_of_several_faults_it_is()
    {
        var (one, same, other) = (await DrawnAsync(5), await DrawnAsync(5), await DrawnAsync(6));
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.InRange(one.Count(status => status == 200), 170, 230);
        Assert.All([500, 502, 503], fault => Assert.InRange(one.Count(status => status == fault), 45, 90));
    }

    [Fact]
    public async Task A_reset_before_the_body_was_read_waits_for_no_spec_that_needs_the_picture()
    {
        await using var client = await EmulatorClient.StartWithFaultsAsync("first 1 of each: 0500", "first 1: reset-before");
        using (var connection = await client.ConnectAsync())
        {
            await connection.SendHeadAsync(1000);
            await connection.AssertResetAsync();
        }

        Assert.Equal([500, 500, 500, 200], await StatusesAsync(client, 4));
    }

    private static async Task<List<int>> DrawnAsync(int seed)
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { Seed = seed, Faults = [FaultSpec.Parse("50%: 0500|502|503")] });
        return await StatusesAsync(client, 400);
    }

    /// <summary>The statuses of calls one after the other, each with the next of three pictures.</summary>
    private static async Task<List<int>> StatusesAsync(EmulatorClient client, int calls)
    {
        var statuses = new List<int>();
        foreach (var call in Enumerable.Range(0, calls))
        {
            using var response = await client.CallAsync(Pictures[call % Pictures.Length], "pdf");
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
