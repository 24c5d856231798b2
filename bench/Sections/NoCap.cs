using System.Threading.Tasks;
using Bench.Cases;
using Bench.Peers;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>A service that takes as many calls as come.</summary>
internal static class NoCap
{
    private const int ThrottleLimit = 16;
    private const int Latency = 200;

    public static async Task MeasureAsync(BatchSize size, CardFolder folder, Table table)
    {
        table.Section($"NO CAP: wall time / (cards x {Latency} ms / {ThrottleLimit})");
        var rows = new WallTimeRows(table, Latency, ThrottleLimit);
        var cards = CardFolder.Cards(size.WallCards);
        using var emulator = await EmulatorProcess.StartAsync(Latency);

        var job = new ReadJob(folder.FullPath, cards, ThrottleLimit);

        // Not measured: a service that has just started takes longer than its latency when many call at once.
        await Curl.ReadAsync(emulator, folder, cards, ThrottleLimit);
        var run = await ModuleRun.MeasureAsync(emulator, job);
        rows.Module($"-ThrottleLimit {ThrottleLimit}", run, bound: 1.05);
        var journaled = await ModuleRun.MeasureAsync(emulator, job with { JournalPath = folder.Beside("single.journal") });
        rows.Module($"-ThrottleLimit {ThrottleLimit} with a journal", journaled, bound: null);

        rows.Peer($"curl --parallel-max {ThrottleLimit}", await Curl.ReadAsync(emulator, folder, cards, ThrottleLimit), run);
        rows.Peer($"pwsh: ForEach-Object -Parallel, {ThrottleLimit}", await ForEachParallel.ReadAsync(emulator, folder, cards, ThrottleLimit), run);
    }
}
