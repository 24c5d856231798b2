using System;
using System.Linq;
using ClovaOcr.Batch;
using Xunit;

namespace ClovaOcr.Tests.Batch;

public sealed class RetryPolicySpecs
{
    [Theory]
    [InlineData(2, "2 4 8 16 32 60 60")]
    [InlineData(90, "90 90 90")]
    public void The_longest_wait_doubles_up_to_a_minute_or_to_the_interval_if_that_is_longer(int interval, string expected)
    {
        var policy = new RetryPolicy { Interval = TimeSpan.FromSeconds(interval) };
        var longest = Enumerable.Range(1, expected.Split(' ').Length).Select(retry => policy.DelayBefore(retry, null, new Fixed(1)).TotalSeconds);
        Assert.Equal(expected, string.Join(' ', longest));
    }

    [Fact]
    public void Waits_are_spread_over_the_whole_range()
    {
        var (policy, random) = (new RetryPolicy(), new Random(1));
        var waits = Enumerable.Range(0, 1000).Select(_ => policy.DelayBefore(2, null, random).TotalSeconds).ToArray();
        Assert.InRange(waits.Min(), 0, 0.1);
        Assert.InRange(waits.Average(), 1.8, 2.2);
        Assert.InRange(waits.Max(), 3.9, 4);
    }

    [Fact]
    public void What_the_service_asks_is_the_least_wait_but_no_more_than_ten_minutes()
    {
        var policy = new RetryPolicy();
        Assert.Equal(7, policy.DelayBefore(1, TimeSpan.FromSeconds(7), new Fixed(1)).TotalSeconds);
        Assert.Equal(2, policy.DelayBefore(1, TimeSpan.FromSeconds(1), new Fixed(1)).TotalSeconds);
        Assert.Equal(10, policy.DelayBefore(1, TimeSpan.FromDays(1), new Fixed(1)).TotalMinutes);
    }

    private sealed class Fixed(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
