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

/// <summary>The pods of an Indexed Job as processes of their own: one folder, one domain with a cap, a journal for each, no coordinator.</summary>
public sealed class ShardProcessSpecs
{
    private const int Pods = 8;
    private const int Cap = 5;
    private const int Cards = 240;

    [Fact]
    public async Task Eight_processes_read_every_picture_once_and_none_starves_and_one_that_was_killed_pays_for_its_calls_in_flight_only()
    {
        await using var scenario = await BatchScenario.StartAsync(new EmulatorOptions { ConcurrencyCap = Cap, Latency = Latency.Parse("40") });
        var folder = Path.GetDirectoryName(scenario.Cards(Cards)[0])!;
        double seconds;
        var handedOut = new List<(int Pod, string Hash)>();

        // The first pod is killed when it has handed out something, and started again, as a Job does.
        using (var killed = Start(scenario, folder, pod: 0))
        {
            await BeginAsync([killed]);
            for (var i = 0; i < 3; i++) Assert.Equal(64, (await killed.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Length);
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);
        var (billedBefore, keptBefore) = (scenario.Emulator.Stats.Billed, Kept(scenario, 0));
        var pods = Enumerable.Range(0, Pods).Select(pod => Start(scenario, folder, pod)).ToArray();
        try
        {
            await BeginAsync(pods);
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(pods.Select((process, pod) => Task.Run(async () =>
            {
                while (await process.StandardOutput.ReadLineAsync() is { } line)
                {
                    lock (handedOut) handedOut.Add((pod, line));
                }

                await process.WaitForExitAsync();
            })));
            Assert.All(pods, process => Assert.Equal(0, process.ExitCode));
            seconds = clock.Elapsed.TotalSeconds;
        }
        finally
        {
            foreach (var process in pods) process.Dispose();
        }

        // Each picture comes out of one pod, once. A pod that was refused for too long would have ended with failures.
        Assert.Equal(Cards, handedOut.Count);
        Assert.Equal(Cards, handedOut.Select(picture => picture.Hash).Distinct().Count());
        Assert.Equal(Pods, handedOut.Select(picture => picture.Pod).Distinct().Count());

        // What was in flight at the kill is paid for again, and nothing else.
        var stats = scenario.Emulator.Stats;
        Assert.Equal(Cards - keptBefore, stats.Billed - billedBefore);
        Assert.InRange(billedBefore - keptBefore, 0, 4);
        Assert.Equal(Cards, Enumerable.Range(0, Pods).Sum(pod => Kept(scenario, pod)));
        Assert.Equal(Cap, stats.MostAtOnce);

        var refused = stats.Refused.Values.Sum();
        var sizes = string.Join(", ", handedOut.GroupBy(picture => picture.Pod).OrderBy(pod => pod.Key).Select(pod => pod.Count()));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Pods} processes on a cap of {Cap}: {Cards} cards ({sizes}) in {seconds:0.0} s, {stats.Calls} calls, {refused} refused, "
            + $"{stats.MostAtOnce} at once at the most, {billedBefore - keptBefore} paid for again after the kill.");
    }

    private static async Task BeginAsync(Process[] pods)
    {
        foreach (var pod in pods) Assert.Equal("ready", await pod.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        foreach (var pod in pods) await pod.StandardInput.WriteLineAsync();
        foreach (var pod in pods) await pod.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    private static int Kept(BatchScenario scenario, int pod)
    {
        using var journal = CardJournal.OpenRead(JournalOf(scenario, pod), scenario.Secret);
        return journal.Count;
    }

    private static string JournalOf(BatchScenario scenario, int pod) => $"{scenario.Journal}.{pod}";

    private static Process Start(BatchScenario scenario, string folder, int pod) => RunProcess.Start(
        ["read", folder, JournalOf(scenario, pod), $"{pod}", $"{Pods}"],
        ("CLOVA_OCR_INVOKE_URL", scenario.Emulator.InvokeUrl),
        ("CLOVA_OCR_SECRET", scenario.Emulator.Secret),
        ("NO_PROXY", "*"));
}
