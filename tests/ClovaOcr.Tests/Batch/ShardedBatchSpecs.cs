using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Emulator;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>Batches that read a share of the pictures each.</summary>
public sealed class ShardedBatchSpecs
{
    [Fact]
    public async Task Shards_are_disjoint_and_complete_and_scans_of_the_same_bytes_are_paid_once()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var cards = scenario.Cards(30);
        var again = cards.Take(10).Select((card, i) => scenario.Write($"again-{i:00}.jpg", File.ReadAllBytes(card))).ToArray();
        string[] all = [.. cards, .. again];

        var journal = scenario.Journal;
        var read = Enumerable.Range(0, 3).Select(index =>
        {
            scenario.Journal = $"{journal}.{index}";
            return Read(scenario, all, new Shard(index, 3)).Outcomes.Select(outcome => outcome.Path).ToArray();
        }).ToArray();

        Assert.Equal(all.Order(StringComparer.Ordinal), read.SelectMany(paths => paths).Order(StringComparer.Ordinal));
        Assert.All(again.Zip(cards), pair => Assert.Contains(read, paths => paths.Contains(pair.First) && paths.Contains(pair.Second)));
        Assert.All(read, Assert.NotEmpty);
        Assert.Equal(cards.Length, scenario.Emulator.Stats.Billed);
    }

    [Fact]
    public async Task Pictures_of_other_shards_are_counted_and_wait_for_no_call()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Latency = Latency.Parse("60000") });
        var cards = scenario.Cards(200);
        scenario.ReaderOptions = new CardReaderOptions { Shard = new Shard(1, 8) };
        using var batch = scenario.Batch();
        var mine = cards.Where(card => !batch.PassesOver(card)).ToArray();
        batch.Add(mine[0]);
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 1);

        Assert.Equal(mine.Length - 1, cards.Count(card => card != mine[0] && !batch.PassesOver(card)));
        Assert.Equal(2 * (cards.Length - mine.Length), batch.Summary.OfOtherShards);
        Assert.Contains($"; of other shards {batch.Summary.OfOtherShards};", batch.Summary.ToString(), StringComparison.Ordinal);
        Assert.False(batch.IsFull);
        Assert.Equal(1, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Every_shard_reports_what_cannot_be_read_and_one_of_them_what_is_no_picture()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var gone = scenario.Write("gone.jpg", [1]);
        File.Delete(gone);
        string[] all = [gone, scenario.Write("empty.jpg", []), scenario.Write("large.jpg", new byte[200_000]), scenario.Write("text.jpg", [.. "no picture"u8])];
        var errors = Enumerable.Range(0, 3).Select(index => Read(scenario, all, new Shard(index, 3)).Outcomes.Select(outcome => outcome.Error!.Kind).ToArray()).ToArray();

        ClovaOcrErrorKind[] unread = [ClovaOcrErrorKind.FileNotFound, ClovaOcrErrorKind.FileEmpty, ClovaOcrErrorKind.FileTooLarge];
        Assert.All(errors, shard => Assert.Equal(unread, shard.Except([ClovaOcrErrorKind.UnsupportedFormat])));
        Assert.Single(errors, shard => shard.Contains(ClovaOcrErrorKind.UnsupportedFormat));
    }

    [Fact]
    public async Task A_file_that_became_another_shards_picture_is_an_error_and_not_lost()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var cards = scenario.Cards(8);
        scenario.ReaderOptions = new CardReaderOptions { Shard = new Shard(0, 2) };
        using var sorting = scenario.Batch();
        var (mine, other) = (cards.First(card => !sorting.PassesOver(card)), cards.First(sorting.PassesOver));
        File.Copy(other, mine, overwrite: true);

        Assert.Equal(ClovaOcrErrorKind.ImageChanged, Assert.Single(scenario.Run([mine]).Outcomes).Error!.Kind);
        Assert.Equal(0, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task A_forecast_counts_its_own_pictures_only()
    {
        await using var scenario = await BatchScenario.StartAsync();
        var cards = scenario.Cards(40);
        var own = Read(scenario, cards, new Shard(2, 4)).Outcomes.Count;
        var forecast = new CallForecast(scenario.Reader());
        foreach (var card in cards) forecast.Add(card);

        Assert.Equal((own, cards.Length - own), (forecast.PaidCalls, forecast.OfOtherShards));
    }

    [Fact]
    public async Task Who_cancels_is_told_of_no_further_picture()
    {
        await using var scenario = await BatchScenario.StartAsync();
        scenario.ReaderOptions = new CardReaderOptions { Shard = new Shard(0, 2) };
        using var batch = scenario.Batch();
        batch.Cancel();
        Assert.All(scenario.Cards(8), card => Assert.True(batch.PassesOver(card)));
    }

    [Fact]
    public async Task A_file_whose_shard_is_looked_for_is_let_go_at_once_when_the_batch_is_cancelled()
    {
        await using var scenario = await BatchScenario.StartAsync();
        scenario.ReaderOptions = new CardReaderOptions { Shard = new Shard(0, 2) };
        var reader = scenario.Reader();
        Assert.Throws<OperationCanceledException>(() => reader.IsOfOtherShard(scenario.Cards(1)[0], new CancellationToken(canceled: true)));
    }

    private static (List<CardOutcome> Outcomes, BatchSummary Summary, ClovaOcrException? StopReason) Read(
        BatchScenario scenario, string[] files, Shard shard)
    {
        scenario.ReaderOptions = new CardReaderOptions { Shard = shard, MaximumFileSize = 100_000 };
        using var sorting = scenario.Batch();
        return scenario.RunWithJournal(files.Where(file => !sorting.PassesOver(file)));
    }
}
