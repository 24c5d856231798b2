using System;
using System.Linq;
using ClovaOcr.Batch;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>The window against a simulated service, in simulated time.</summary>
public sealed class CallWindowSpecs
{
    private readonly HandClock _clock = new();

    [Theory]
    [InlineData(1), InlineData(4), InlineData(16), InlineData(64)]
    public void It_starts_small_grows_with_each_answer_and_never_beyond_the_limit(int limit)
    {
        var window = Window(limit);
        Assert.Equal(Math.Min(limit, 8), window.Size);
        for (var i = 0; i < 200; i++) window.Answered();
        Assert.Equal(limit, window.Size);
    }

    [Fact]
    public void Before_the_first_refusal_it_doubles_when_it_stays_full_for_a_moment()
    {
        var window = Window(40);
        Assert.Equal(TimeSpan.FromMilliseconds(60), window.FilledAt(_clock.Now));
        Assert.Equal(8, window.Size);
        foreach (var expected in new[] { 16, 32, 40 })
        {
            window.FilledAt(_clock.Now);
            _clock.Advance(TimeSpan.FromMilliseconds(60));
            Assert.Equal(_clock.Now, window.FilledAt(_clock.Now));
            Assert.Equal(expected, window.Size);
        }

        Assert.Null(window.FilledAt(_clock.Now));
    }

    [Fact]
    public void After_a_refusal_it_grows_by_answers_alone()
    {
        var window = Window(16);
        window.FilledAt(_clock.Now);
        window.Refused(stillInFlight: 5);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(window.FilledAt(_clock.Now));
        Assert.Equal(5, window.Size);
    }

    [Fact]
    public void On_a_refusal_it_becomes_what_was_still_in_flight_and_never_nothing()
    {
        var window = Window(16);
        window.Refused(stillInFlight: 5);
        Assert.Equal(5, window.Size);
        window.Refused(stillInFlight: 7);
        Assert.Equal(5, window.Size);
        window.Refused(stillInFlight: 0);
        Assert.Equal(1, window.Size);
    }

    [Fact]
    public void After_a_refusal_it_tries_one_more_after_two_windows_of_answers_and_each_refused_try_makes_the_next_rarer()
    {
        var window = Window(16);
        window.Refused(stillInFlight: 5);
        foreach (var expected in new[] { 10, 20, 40, 40 })
        {
            Assert.Equal(expected, AnswersUntilItGrows(window));
            window.Refused(stillInFlight: 5);
        }
    }

    [Fact]
    public void A_try_that_is_not_refused_makes_the_next_one_soon()
    {
        var window = Window(16);
        window.Refused(stillInFlight: 5);
        AnswersUntilItGrows(window);
        window.Refused(stillInFlight: 5);
        Assert.Equal(20, AnswersUntilItGrows(window));
        Assert.Equal(6, AnswersUntilItGrows(window));
        Assert.Equal(7, AnswersUntilItGrows(window));
        Assert.Equal(8, window.Size);
    }

    [Fact]
    public void With_calls_of_its_own_in_flight_a_refusal_closes_nothing_and_with_none_it_backs_off_to_half_a_second()
    {
        var window = new CallWindow(4, _clock, new Largest());
        window.Refused(stillInFlight: 1);
        Assert.Equal(TimeSpan.Zero, window.ClosedUntil);
        foreach (var expected in new[] { 50, 100, 200, 400, 500, 500 })
        {
            window.Refused(stillInFlight: 0);
            Assert.Equal(expected, (window.ClosedUntil - _clock.Now).TotalMilliseconds, tolerance: 0.001);
            _clock.Advance(window.ClosedUntil - _clock.Now);
        }

        window.Answered();
        window.Refused(stillInFlight: 0);
        Assert.Equal(50, (window.ClosedUntil - _clock.Now).TotalMilliseconds, tolerance: 0.001);
    }

    [Fact]
    public void Ten_minutes_of_nothing_but_refusals_are_enough_and_one_answer_starts_them_anew()
    {
        var window = Window(4);
        Assert.True(window.Refused(0));
        _clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.True(window.Refused(0));
        window.Answered();
        _clock.Advance(TimeSpan.FromHours(3));
        Assert.True(window.Refused(0));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(window.Refused(0));
    }

    [Fact]
    public void It_stays_closed_as_long_as_the_service_asks_but_at_most_ten_minutes()
    {
        var window = Window(4);
        window.Close(TimeSpan.FromSeconds(30));
        window.Close(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(30), window.ClosedUntil);
        window.Close(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromMinutes(10), window.ClosedUntil);
    }

    [Theory]
    [InlineData(5, 16, 0.04)]
    [InlineData(3, 16, 0.05)]
    [InlineData(5, 64, 0.05)]
    [InlineData(1, 4, 0.07)]
    [InlineData(12, 16, 0.04)]
    public void A_hidden_cap_costs_little_time_and_few_refusals(int cap, int limit, double mostRefused)
    {
        var (ratio, refused) = Simulate(cap, limit, cards: 500, clients: 1, jitter: 0.3);
        Assert.True(ratio <= 1.05, $"{ratio:0.000} x ideal");
        Assert.True(refused <= mostRefused, $"{refused:0.0 %} refused");
    }

    [Fact]
    public void Without_a_cap_nothing_is_refused_and_the_start_costs_little()
    {
        var (ratio, refused) = Simulate(cap: int.MaxValue, limit: 16, cards: 500, clients: 1, jitter: 0);
        Assert.True(ratio <= 1.035, $"{ratio:0.000} x ideal");
        Assert.Equal(0, refused);
    }

    [Theory]
    [InlineData(2), InlineData(3)]
    public void Programs_that_share_a_cap_all_finish_and_use_nearly_all_of_it(int clients)
    {
        var (ratio, refused) = Simulate(cap: 5, limit: 16, cards: 300, clients, jitter: 0.3);
        Assert.True(ratio <= 1.2, $"{ratio:0.000} x ideal");
        Assert.True(refused <= 0.15, $"{refused:0.0 %} refused");
    }

    private static int AnswersUntilItGrows(CallWindow window)
    {
        var (size, answers) = (window.Size, 0);
        while (window.Size == size)
        {
            window.Answered();
            answers++;
        }

        return answers;
    }

    private CallWindow Window(int limit) => new(limit, _clock, new Random(1));

    /// <summary>The time that all took against the ideal, and the share of the calls that was refused; the worst of ten runs.</summary>
    private static (double Ratio, double Refused) Simulate(int cap, int limit, int cards, int clients, double jitter)
    {
        var runs = Enumerable.Range(0, 10).Select(seed => new WindowSimulation(cap, limit, cards, clients, jitter, seed).Run()).ToArray();
        return (runs.Max(run => run.Ratio), runs.Max(run => run.Refused));
    }

    private sealed class Largest : Random
    {
        public override double NextDouble() => 1;
    }
}
