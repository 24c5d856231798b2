using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Emulator;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>A batch that keeps its answers.</summary>
public sealed class JournaledSpecs
{
    [Fact]
    public async Task A_second_run_costs_no_call_and_gives_the_same_readings()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var files = TestData.Specimens().ToArray();
        var first = scenario.RunWithJournal(files);
        var second = scenario.RunWithJournal(files);
        Assert.Equal(files.Length, scenario.Emulator.Stats.Calls);
        Assert.Equal((0, files.Length), (second.Summary.Calls, second.Summary.FromJournal));
        Assert.Equal(first.Outcomes.Select(Told), second.Outcomes.Select(Told));
        Assert.All(second.Outcomes, outcome => Assert.True(outcome.FromJournal));
        Assert.All(first.Outcomes, outcome => Assert.False(outcome.FromJournal));

        static string Told(CardOutcome outcome) => outcome.Path + outcome.ImageHash + outcome.Reading!.Json + string.Join(' ', outcome.Reading.Regions());
    }

    [Fact]
    public async Task The_same_picture_under_another_name_or_twice_in_one_run_is_paid_for_once()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Latency = Latency.Parse("20") }, "first 2: 0500");
        var card = File.ReadAllBytes(TestData.Specimens("ac")[0]);
        var files = Enumerable.Range(0, 12).Select(i => scenario.Write($"copy-{i}.jpg", card)).ToArray();
        var (outcomes, summary, _) = scenario.RunWithJournal(files);
        Assert.Equal(files, outcomes.Select(outcome => outcome.Path));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reading));
        Assert.Equal((1, 3, 11), (scenario.Emulator.Stats.Billed, summary.Calls, summary.FromJournal));
    }

    [Fact]
    public async Task When_the_first_of_equal_pictures_fails_the_next_one_is_tried()
    {
        await using var scenario = await BatchScenario.StartAsync(faults: "first 1: 0011");
        var card = File.ReadAllBytes(TestData.Specimens("ac")[0]);
        var files = Enumerable.Range(0, 3).Select(i => scenario.Write($"copy-{i}.jpg", card)).ToArray();
        var (outcomes, _, _) = scenario.RunWithJournal(files);
        Assert.Equal(ClovaOcrErrorKind.InvalidRequest, Assert.Single(outcomes, outcome => outcome.Reading is null).Error!.Kind);
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Failures_are_kept_too_and_asked_again_only_on_request_and_once_a_run()
    {
        await using var scenario = await BatchScenario.StartAsync();
        string[] files = [scenario.Blank("blank.png"), scenario.Blank("same.png"), .. scenario.Cards(1)];
        scenario.RunWithJournal(files);
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
        Assert.Equal(InferResult.Failure, scenario.RunWithJournal(files).Outcomes[0].Reading!.Result);
        Assert.Equal(2, scenario.Emulator.Stats.Calls);
        scenario.ReaderOptions = new CardReaderOptions { Refresh = true };
        scenario.RunWithJournal(files);
        Assert.Equal(3, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task An_answer_is_on_the_disk_before_it_is_handed_out()
    {
        await using var scenario = await BatchScenario.StartAsync();
        using var journal = scenario.OpenJournal();
        using var batch = scenario.Batch(journal);
        foreach (var file in scenario.Cards(5)) batch.Add(file);
        for (var taken = 1; taken <= 5; taken++)
        {
            Assert.True(batch.TryTake(TimeSpan.FromMinutes(1), out _));
            using var reader = ClovaOcr.Journal.CardJournal.OpenRead(scenario.Journal, scenario.Secret);
            Assert.True(reader.Count >= taken);
        }
    }

    [Fact]
    public async Task What_a_batch_would_pay_for_is_told_without_a_call()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var files = scenario.Cards(6);
        scenario.RunWithJournal(files.Take(4));
        using var journal = scenario.OpenJournal();
        var forecast = new CallForecast(scenario.Reader(journal));
        foreach (var file in (string[])[.. files, scenario.Write("same.jpg", File.ReadAllBytes(files[5])), "/gone.jpg"]) forecast.Add(file);
        Assert.Equal((2, 5), (forecast.PaidCalls, forecast.FromJournal));
        Assert.Equal(4, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_kept_comes_out_and_then_the_batch_stops()
    {
        using var disk = new Journal.TinyDisk(256 * 1024);
        await using var scenario = await BatchScenario.StartAsync();
        scenario.Journal = Path.Combine(disk.Path, "cards.journal");
        var (outcomes, summary, reason) = scenario.RunWithJournal(scenario.Cards(400));
        Assert.Equal(ClovaOcrErrorKind.JournalUnwritable, reason!.Kind);
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reading));
        Assert.Equal((summary.Calls, scenario.Emulator.Stats.Billed), (outcomes.Count, outcomes.Count));
        Assert.InRange(outcomes.Count, 5, 399);
    }
}
