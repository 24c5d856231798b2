using System.Threading.Tasks;
using Bench.Cases;
using Bench.Peers;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>A service that lets five calls in at once and does not say so.</summary>
internal static class HiddenCap
{
    private const int Cap = 5;
    private const int ThrottleLimit = 16;
    private const int Latency = 200;

    public static async Task MeasureAsync(BatchSize size, CardFolder folder, Table table)
    {
        table.Section($"CAP OF {Cap}, HIDDEN: wall time / (cards x {Latency} ms / {Cap})");
        var rows = new WallTimeRows(table, Latency, Cap);
        var cards = CardFolder.Cards(size.WallCards);
        using var emulator = await EmulatorProcess.StartAsync(Latency, Cap);

        var run = await ModuleRun.MeasureAsync(emulator, new ReadJob(folder.FullPath, cards, ThrottleLimit));
        rows.Module($"-ThrottleLimit {ThrottleLimit}", run, bound: 1.15, refusedBound: 5);
        rows.Module("two processes, one of them with a journal", await TwoAsync(emulator, size, folder));

        rows.Peer($"curl told the cap: --parallel-max {Cap}", await Curl.ReadAsync(emulator, folder, cards, Cap), run);
        rows.Peer($"curl not told: --parallel-max {ThrottleLimit}", await Curl.ReadAsync(emulator, folder, cards, ThrottleLimit), run);
        rows.Peer($"pwsh told the cap: ForEach-Object -Parallel, {Cap}", await ForEachParallel.ReadAsync(emulator, folder, cards, Cap), run);
    }

    private static Task<ModuleRun> TwoAsync(EmulatorProcess emulator, BatchSize size, CardFolder folder)
    {
        var half = size.WallCards / 2;
        return ModuleRun.MeasureAsync(
            emulator,
            new ReadJob(folder.FullPath, CardFolder.Cards(half), ThrottleLimit),
            new ReadJob(folder.FullPath, CardFolder.Cards(half, from: half), ThrottleLimit) { JournalPath = folder.Beside("shared.journal") });
    }
}
