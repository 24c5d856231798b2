using System.Linq;
using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>Eight processes that share a folder by the pictures' hashes and a domain's cap without knowing of each other, against one.</summary>
internal static class Shards
{
    private const int Cap = 5;
    private const int Pods = 8;
    private const int Latency = 200;

    public static async Task MeasureAsync(BatchSize size, CardFolder folder, Table table)
    {
        table.Section($"SHARDS, CAP OF {Cap}: wall time / (cards x {Latency} ms / {Cap})");
        var rows = new WallTimeRows(table, Latency, Cap);
        var cards = CardFolder.Cards(size.WallCards);
        using var emulator = await EmulatorProcess.StartAsync(Latency, Cap);

        var one = await ModuleRun.MeasureAsync(emulator, new ReadJob(folder.FullPath, cards, ThrottleLimit: 16) { JournalPath = folder.Beside("one.journal") });
        rows.Module("one process, -ThrottleLimit 16", one);
        foreach (var (pods, throttle) in new[] { (Cap, 1), (Cap, 4), (Pods, 1), (Pods, 2), (Pods, 4) })
        {
            var jobs = Enumerable.Range(0, pods).Select(index => new ReadJob(folder.FullPath, cards, throttle)
            {
                JournalPath = folder.Beside($"{pods}-{throttle}-{index}.journal"),
                Share = new ReadShare(index, pods),
            });
            var run = await ModuleRun.MeasureAsync(emulator, [.. jobs]);
            rows.Module($"{pods} processes, -ThrottleLimit {throttle}", run);
            var times = string.Join(", ", run.Figures.Select(figures => $"{figures.Seconds:0.0} s for {figures.Read}"));
            table.Row("  wall time, they / one process", Measure.Ratio(run.Seconds, one.Seconds), times);
        }

        // A share so small that next to every picture is another's.
        var passing = await ModuleRun.MeasureAsync(emulator, new ReadJob(folder.FullPath, cards, 4) { Share = new ReadShare(0, int.MaxValue) });
        table.Note($"passing over pictures of 74 KB that are other shards': {size.WallCards / passing.Seconds:0} a second");
    }
}
