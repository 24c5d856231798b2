using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Journal;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>A journaled run that is killed without warning, again and again.</summary>
public sealed class KillSpecs
{
    private const int Kills = 100;
    private const int Cards = 700;
    private const int ThrottleLimit = 4;

    [Fact]
    public async Task However_often_it_is_killed_every_card_is_read_and_only_calls_in_flight_are_paid_for_again()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { Latency = Latency.Parse("5-25") });
        var folder = Path.GetDirectoryName(scenario.Cards(Cards)[0])!;
        var random = new Random(20261125);
        var handedOut = new HashSet<string>();
        var (kept, billed) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var run = Start(scenario, folder))
            {
                var enough = billed + random.Next(1, 12);
                await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.Billed >= enough || run.HasExited);
                await Task.Delay(random.Next(0, 12), TestContext.Current.CancellationToken);
                run.Kill();
                handedOut.UnionWith(await LinesAsync(run));
            }

            // The emulator learns of the end of its callers a moment later.
            await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);
            using var journal = CardJournal.OpenRead(scenario.Journal, scenario.Secret);
            var (keptNow, billedNow) = (journal.Count, scenario.Emulator.Stats.Billed);
            Assert.All(journal.Problems, problem => Assert.Equal(ClovaOcrErrorKind.JournalTorn, problem.Kind));
            Assert.True(keptNow >= kept, "a record was lost");
            Assert.True(billedNow - billed - (keptNow - kept) <= ThrottleLimit, "more was lost than the calls in flight");
            Assert.All(handedOut, hash => Assert.NotNull(journal.ResultOf(JournalKey.Of(hash, "127.0.0.1", "1"))));
            (kept, billed) = (keptNow, billedNow);
        }

        Assert.True(kept < Cards, "the kills came after the end");
        using (var last = Start(scenario, folder))
        {
            Assert.Equal(Cards, (await LinesAsync(last)).Distinct().Count());
            Assert.Equal(0, last.ExitCode);
        }

        var stats = scenario.Emulator.Stats;
        Assert.Equal(Cards, stats.Pictures.Count);
        Assert.True(stats.Billed - Cards <= Kills * ThrottleLimit);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {Cards} cards: {stats.Billed - Cards} calls paid for again, {kept} answers kept at the last kill.");
    }

    private static Process Start(BatchScenario scenario, string folder) => RunProcess.Start(
        ["read", folder, scenario.Journal],
        ("CLOVA_OCR_INVOKE_URL", scenario.Emulator.InvokeUrl),
        ("CLOVA_OCR_SECRET", scenario.Emulator.Secret),
        ("NO_PROXY", "*"));

    private static async Task<string[]> LinesAsync(Process run)
    {
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return [.. output.Split('\n').Where(line => line.Length == 64)];
    }
}
