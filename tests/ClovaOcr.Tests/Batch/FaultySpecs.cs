using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Emulator;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>A batch against a service that fails.</summary>
public sealed class FaultySpecs
{
    [Fact]
    public async Task Under_a_hidden_cap_every_card_is_read_and_a_refused_call_costs_no_retry()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { ConcurrencyCap = 3, Latency = Latency.Parse("10") });
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = 16, Retry = new RetryPolicy { MaximumRetryCount = 0 } };
        var (outcomes, summary, _) = scenario.Run(scenario.Cards(100));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reading));
        var stats = scenario.Emulator.Stats;
        Assert.Equal((100, 100, 0, 3), (outcomes.Count, stats.Billed, summary.Retried, stats.MostAtOnce));
        Assert.Equal((stats.Refused["0025"], stats.Calls), (summary.Refused, summary.Calls));
        Assert.Equal(summary.Refused, outcomes.Sum(outcome => outcome.Refusals));
        Assert.InRange(summary.Refused, 1, 25);
    }

    [Theory]
    [InlineData("0500"), InlineData("0501"), InlineData("502"), InlineData("503"), InlineData("504"), InlineData("reset-before"), InlineData("cut")]
    public async Task A_passing_fault_costs_a_retry_and_the_card_is_read(string fault)
    {
        await using var scenario = await BatchScenario.StartAsync(faults: $"first 6: {fault}");
        scenario.BatchOptions = scenario.BatchOptions with { Retry = scenario.BatchOptions.Retry with { MaximumRetryCount = 6 } };
        var (outcomes, summary, _) = scenario.Run(scenario.Cards(10));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reading));
        Assert.Equal((10, 6, 16), (outcomes.Count, summary.Retried, summary.Calls));
        Assert.All(outcomes.SelectMany(outcome => outcome.Calls), call => Assert.Matches("^[0-9a-f-]{36}$", call.RequestId));
    }

    [Theory]
    [InlineData("always: 0011", ClovaOcrErrorKind.InvalidRequest)]
    [InlineData("always: html", ClovaOcrErrorKind.UnexpectedResponse)]
    [InlineData("always: truncated", ClovaOcrErrorKind.UnexpectedResponse)]
    [InlineData("always: huge", ClovaOcrErrorKind.ResponseTooLarge)]
    public async Task What_another_call_would_not_mend_is_not_called_again(string fault, ClovaOcrErrorKind kind)
    {
        await using var scenario = await BatchScenario.StartAsync(faults: fault);
        var (outcomes, summary, _) = scenario.Run(scenario.Cards(2));
        Assert.All(outcomes, outcome => Assert.Equal((kind, outcome.Path), (outcome.Error!.Kind, outcome.Error.FilePath)));
        Assert.Equal((2, 2, 0), (outcomes.Count, summary.Calls, summary.Retried));
    }

    [Fact]
    public async Task The_right_answer_with_a_wrong_content_type_is_paid_for_and_used()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "always: content-type");
        Assert.NotNull(scenario.Run(scenario.Cards(1)).Outcomes.Single().Reading);
    }

    [Fact]
    public async Task A_lasting_fault_ends_in_an_error_that_names_the_card_and_the_tries()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "always: 503");
        var (outcomes, summary, _) = scenario.Run(scenario.Cards(2));
        Assert.All(outcomes, outcome => Assert.Contains("It was tried 4 times.", outcome.Error!.Message, StringComparison.Ordinal));
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Path, outcome.Error!.FilePath));
        Assert.Equal((8, 6, 2), (summary.Calls, summary.Retried, summary.Failed));
    }

    [Theory]
    [InlineData("reset-after", 5), InlineData("cut", 5), InlineData("504", 5), InlineData("502", 5)]
    [InlineData("0500", 0), InlineData("503", 0)]
    public async Task Calls_that_may_have_been_billed_are_counted_as_such(string fault, int expected)
    {
        await using var scenario = await BatchScenario.StartAsync(faults: $"first 5: {fault}");
        scenario.BatchOptions = scenario.BatchOptions with { Retry = scenario.BatchOptions.Retry with { MaximumRetryCount = 5 } };
        Assert.Equal(expected, scenario.Run(scenario.Cards(8)).Summary.PossiblyBilledTwice);
    }

    [Fact]
    public async Task A_connection_lost_while_the_picture_was_being_sent_was_not_billed()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "first 1: reset-before");
        var card = File.ReadAllBytes(TestData.Specimens("ac")[0]);
        Array.Resize(ref card, 40 * 1024 * 1024); // more than the system takes off the sender's hands
        var (outcomes, summary, _) = scenario.Run([scenario.Write("large.jpg", card)]);
        Assert.Equal((1, 0), (summary.Retried, summary.PossiblyBilledTwice));
        Assert.DoesNotContain("billed", outcomes.Single().Calls[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hang"), InlineData("drip")]
    public async Task A_call_that_does_not_end_is_ended_by_its_time_limit_and_made_again(string fault)
    {
        await using var scenario = await BatchScenario.StartAsync(faults: $"first 3: {fault}");
        scenario.BatchOptions = scenario.BatchOptions with { Retry = scenario.BatchOptions.Retry with { MaximumRetryCount = 4 } };
        scenario.ReaderOptions = new CardReaderOptions { Timeout = TimeSpan.FromSeconds(2) };
        var (outcomes, summary, _) = scenario.Run(scenario.Cards(6));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reading));
        Assert.True(summary.PossiblyBilledTwice >= 3);
        Assert.Contains(outcomes.SelectMany(outcome => outcome.Calls), call => call.Failure?.Kind == ClovaOcrErrorKind.TimedOut);
    }

    [Theory]
    [InlineData("503 retry-after 7", 2), InlineData("429 retry-after 7", 1)]
    public async Task What_the_service_asks_to_be_waited_is_waited_by_all(string fault, int waits)
    {
        var clock = new HandClock();
        await using var scenario = await BatchScenario.StartAsync(faults: $"first 1: {fault}");
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = 1 };
        using var batch = scenario.Batch(clock);
        foreach (var file in scenario.Cards(3)) batch.Add(file);
        await Eventually.IsTrueAsync(() => clock.Delays.Count(delay => delay == TimeSpan.FromSeconds(7)) == waits);
        clock.Advance(TimeSpan.FromSeconds(6.999));
        Assert.Equal(1, batch.Summary.Calls);
        clock.Advance(TimeSpan.FromSeconds(0.001));
        for (var i = 0; i < 3; i++) Assert.True(batch.TryTake(TimeSpan.FromMinutes(1), out _));
    }

    [Fact]
    public async Task Ten_minutes_of_nothing_but_refusals_end_in_an_error_for_the_card()
    {
        var clock = new HandClock();
        await using var scenario = await BatchScenario.StartAsync(faults: "always: 0025");
        using var batch = scenario.Batch(clock);
        batch.Add(scenario.Cards(1).Single());
        var refused = 0;
        while (clock.Now < TimeSpan.FromMinutes(10))
        {
            await Eventually.IsTrueAsync(() => batch.Summary.Refused > refused);
            refused = batch.Summary.Refused;
            Assert.False(batch.TryTake(TimeSpan.Zero, out _));
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.True(batch.TryTake(TimeSpan.FromMinutes(1), out var outcome));
        Assert.Equal(ClovaOcrErrorKind.TooManyCalls, outcome!.Error!.Kind);
        Assert.Contains("ten minutes", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_cards_that_wait_for_their_retry()
    {
        var clock = new HandClock();
        await using var scenario = await BatchScenario.StartAsync(null, "first 1: 503", "every 1: 0023");
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = 1 };
        using var batch = scenario.Batch(clock);
        var files = scenario.Cards(2);
        foreach (var file in files) batch.Add(file);
        Assert.True(batch.TryTake(TimeSpan.FromMinutes(1), out var outcome));
        Assert.Equal((files[0], ClovaOcrErrorKind.GatewayFailure), (outcome!.Path, outcome.Error!.Kind));
        Assert.False(batch.TryTake(TimeSpan.FromMinutes(1), out _));
        Assert.Equal(ClovaOcrErrorKind.QuotaExceeded, batch.StopReason!.Kind);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task Over_a_mix_of_all_faults_no_card_is_lost_and_none_appears_twice(int seed)
    {
        const string Mix = "20%: 0025|0500|0501|0011|429|502|503|503 retry-after 1|504|truncated|cut|reset-before|reset-after|hang|drip|content-type|html|huge";
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Seed = seed, ConcurrencyCap = 6 }, Mix);
        scenario.ReaderOptions = new CardReaderOptions { Timeout = TimeSpan.FromSeconds(2) };
        scenario.BatchOptions = scenario.BatchOptions with { ThrottleLimit = 16 };
        var files = scenario.Cards(120);
        var (outcomes, summary, reason) = scenario.Run(files);
        Assert.Null(reason);
        Assert.Equal(files, outcomes.Select(outcome => outcome.Path));
        Assert.All(outcomes, outcome => Assert.True(outcome.Reading is null != outcome.Error is null));
        Assert.All(outcomes.Select(outcome => outcome.Error).OfType<ClovaOcrException>(), error => Assert.NotNull(error.RequestId));
        Assert.Equal(scenario.Emulator.Stats.Calls, summary.Calls);
        Assert.True(summary.Read > 80, $"{summary}");
    }
}
