using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Emulator;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>Order, bounds and ends of a batch. What goes wrong on the way is in <see cref="FaultySpecs"/>.</summary>
public sealed class CardBatchSpecs
{
    [Fact]
    public async Task Outcomes_come_in_input_order_however_the_calls_end()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Latency = Latency.Parse("0-30") });
        var files = scenario.Cards(20).Concat(["/gone.jpg"]).Concat(TestData.Specimens()).ToArray();
        Assert.Equal(files, scenario.Run(files).Outcomes.Select(outcome => outcome.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_calls_as_the_limit_are_under_way_and_never_more(int limit)
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "always: hang");
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = limit };
        using var batch = scenario.Batch();
        foreach (var file in scenario.Cards(4 * limit)) batch.Add(file);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == limit);
        Assert.Equal((limit, limit), (scenario.Emulator.Stats.MostAtOnce, batch.Summary.Calls));
    }

    [Fact]
    public async Task Files_ahead_of_the_calls_are_few()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "always: hang");
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = 2 };
        using var batch = scenario.Batch();
        var added = 0;
        foreach (var file in scenario.Cards(100).TakeWhile(_ => !batch.IsFull))
        {
            batch.Add(file);
            added++;
        }

        Assert.Equal(2 + (4 * 2), added);
    }

    [Fact]
    public async Task While_one_card_hangs_others_go_on_up_to_the_bound_and_wait_for_it_in_order()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "first 1: hang");
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = 2 };
        using var batch = scenario.Batch();
        var files = scenario.Cards(200);
        batch.Add(files[0]);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 1);
        var rest = new Queue<string>(files.Skip(1));
        while (batch.Summary.Done < (16 * 2) - 1)
        {
            while (!batch.IsFull && rest.Count > 0) batch.Add(rest.Dequeue());
            Assert.False(batch.TryTake(TimeSpan.Zero, out _));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        // No call takes any more of what is added, so that there is no room before the cards are at an end.
        while (!batch.IsFull) batch.Add(rest.Dequeue());
        Assert.NotEmpty(rest);
        Assert.Equal(16 * 2, batch.Summary.Calls);
    }

    [Fact]
    public async Task A_thousand_cards_are_answered_while_one_hangs_and_come_out_behind_it_in_order()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "first 1: hang");
        scenario.BatchOptions = new CardBatchOptions { ThrottleLimit = 64, Retry = new RetryPolicy { MaximumRetryCount = 0 } };
        using var batch = scenario.Batch();
        var files = scenario.Cards(1001);
        batch.Add(files[0]);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 1);
        foreach (var file in files.Skip(1))
        {
            await Eventually.IsTrueAsync(() => !batch.IsFull);
            batch.Add(file);
        }

        await Eventually.IsTrueAsync(() => batch.Summary.Done == 1000);
        Assert.False(batch.TryTake(TimeSpan.Zero, out _));

        // The end of the service ends the call that hangs.
        await scenario.Emulator.DisposeAsync();
        var outcomes = new List<CardOutcome>();
        while (batch.TryTake(TimeSpan.FromMinutes(1), out var outcome)) outcomes.Add(outcome!);
        Assert.Equal(files, outcomes.Select(outcome => outcome.Path));
        Assert.Equal(ClovaOcrErrorKind.ConnectionFailed, outcomes[0].Error!.Kind);
        Assert.All(outcomes.Skip(1), outcome => Assert.NotNull(outcome.Reading));
    }

    [Fact]
    public async Task Who_takes_answers_at_once_pays_for_no_more_than_the_limit_ahead()
    {
        var clock = new HandClock();
        await using var scenario = await BatchScenario.StartAsync();
        using var batch = scenario.Batch(clock);
        foreach (var file in scenario.Cards(30)) batch.Add(file);
        for (var taken = 0; taken < 3; taken++)
        {
            await Eventually.IsTrueAsync(() => batch.Summary.Done == 4 + taken);
            Assert.Equal(4 + taken, scenario.Emulator.Stats.Calls);
            Assert.True(batch.TryTake(TimeSpan.FromMinutes(1), out _));
        }

        batch.Dispose();
        Assert.True(scenario.Emulator.Stats.Calls <= 3 + 4);
    }

    [Fact]
    public async Task Who_is_busy_with_an_answer_idles_no_call()
    {
        var clock = new HandClock();
        await using var scenario = await BatchScenario.StartAsync();
        using var batch = scenario.Batch(clock);
        foreach (var file in scenario.Cards(30)) batch.Add(file);
        await Eventually.IsTrueAsync(() => batch.Summary.Done == 4);
        clock.Advance(TimeSpan.FromMilliseconds(250));
        await Eventually.IsTrueAsync(() => batch.Summary.Done == 30);
    }

    [Fact]
    public async Task Answers_that_keep_their_places_do_not_hold_up_a_card_that_they_wait_for()
    {
        // The refused card comes back to a window of three, and the three answers behind it are there by then or later.
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Latency = Latency.Parse("500") }, "first 1: 0025");
        using var batch = scenario.Batch(new HandClock());
        foreach (var file in scenario.Cards(4)) batch.Add(file);
        await Eventually.IsTrueAsync(() => batch.Summary.Done == 4);
    }

    [Fact]
    public async Task A_set_up_error_stops_further_calls_and_keeps_the_answers_that_came_before()
    {
        var calls = 0;
        await using var server = new RawServer(_ =>
        {
            Interlocked.Increment(ref calls);
            return RawServer.Answer("401 Unauthorized", """{"code":"0002","message":"Secret key validate failed."}""");
        });
        using var client = new ClovaOcrClient(new ClovaOcrClientOptions
        {
            InvokeUrl = InvokeUrl.Parse(server.InvokeUrl),
            Secret = new NetworkCredential("", "s").SecurePassword,
        });
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), new CardBatchOptions { ThrottleLimit = 1 });
        foreach (var file in (string[])["/gone.jpg", .. Enumerable.Repeat(TestData.Specimens("dl")[0], 4)]) batch.Add(file);
        Assert.True(batch.TryTake(TimeSpan.FromMinutes(1), out var outcome));
        Assert.Equal(ClovaOcrErrorKind.FileNotFound, outcome!.Error!.Kind);
        Assert.False(batch.TryTake(TimeSpan.FromMinutes(1), out _));
        Assert.Equal((true, ClovaOcrErrorKind.InvalidSecret, 1), (batch.IsDone, batch.StopReason!.Kind, calls));
    }

    [Fact]
    public async Task A_quota_spent_in_the_middle_stops_the_batch_after_every_paid_answer()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Quota = 17, Latency = Latency.Parse("1-20") });
        var files = scenario.Cards(60);
        var (outcomes, summary, reason) = scenario.Run(files);
        Assert.Equal(ClovaOcrErrorKind.QuotaExceeded, reason!.Kind);
        Assert.Equal((17, 17), (outcomes.Count, scenario.Emulator.Stats.Billed));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reading));
        Assert.Equal(outcomes.Select(outcome => outcome.Path).Order(StringComparer.Ordinal), outcomes.Select(outcome => outcome.Path));
        Assert.InRange(summary.Calls, 18, 17 + 4);
    }

    [Fact]
    public async Task Cancelling_ends_the_calls_under_way_at_once_and_starts_none()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "always: hang");
        using var batch = scenario.Batch();
        foreach (var file in scenario.Cards(10)) batch.Add(file);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 4);
        batch.Cancel();
        Assert.True(batch.IsDone);
        Assert.False(batch.TryTake(TimeSpan.FromMinutes(1), out _));
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.Aborted == 4);
        batch.Dispose();
        Assert.Equal((4, 0), (scenario.Emulator.Stats.Calls, scenario.Emulator.Stats.UnderWay));
    }

    [Fact]
    public async Task The_figures_tell_what_became_of_each_file()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var (_, summary, _) = scenario.Run([.. scenario.Cards(3), TestData.Specimens("dl")[0], "/gone.jpg", scenario.Blank("blank.png")]);
        Assert.Equal((3, 1, 1, 1), (summary.Read, summary.WrongCard, summary.NotRecognised, summary.Failed));
        Assert.Equal((5, 0, 0, 0, 0), (summary.Calls, summary.Refused, summary.Retried, summary.PossiblyBilledTwice, summary.FromJournal));
    }
}
