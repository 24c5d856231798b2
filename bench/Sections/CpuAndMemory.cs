using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>What a card costs the client, and that a long batch costs no more memory than a short one.</summary>
internal static class CpuAndMemory
{
    private const int ThrottleLimit = 16;
    private const int Latency = 20;
    private const double MostGrowth = 10; // MB

    public static async Task MeasureAsync(BatchSize size, CardFolder folder, Table table)
    {
        var smallest = size.MemoryCards[0];
        table.Section($"CPU AND MEMORY of the client's process, against {smallest:N0} cards");
        using var emulator = await EmulatorProcess.StartAsync(Latency);
        ReadFigures? first = null;
        foreach (var count in size.MemoryCards)
        {
            var job = new ReadJob(folder.FullPath, CardFolder.Cards(count), ThrottleLimit)
            {
                GrowthFrom = count == size.MemoryCards[^1] ? size.GrowthFrom : null,
            };
            var figures = (await ModuleRun.MeasureAsync(emulator, job)).Figures[0];
            first ??= figures;
            var (cpu, cpuOfFirst) = (1000 * figures.CpuSeconds / count, 1000 * first.CpuSeconds / smallest);
            table.Row($"CPU a card at {count:N0} cards", Measure.Ratio(cpu, cpuOfFirst), $"{cpu:0.00} ms; {figures.Read} read in {figures.Seconds:0.0} s");
            table.Row(
                $"most memory at {count:N0} cards",
                Measure.Ratio(figures.PeakMemory, first.PeakMemory),
                $"{Measure.Megabytes(figures.PeakMemory)}; at the end, after a collection: {Measure.Megabytes(figures.Late.Resident)}");
            if (figures.Early is { } early) Growth(table, size.GrowthFrom, count, early, figures);
        }
    }

    private static void Growth(Table table, int from, int count, MemoryLook early, ReadFigures figures)
    {
        var late = figures.Late;
        table.Row(
            $"managed heap, from card {from:N0} to card {count:N0}",
            Measure.Megabytes(late.Heap - early.Heap),
            $"{Measure.Megabytes(early.Heap)} to {Measure.Megabytes(late.Heap)}",
            MostGrowth);
        table.Row(
            $"resident memory, from card {from:N0} to card {count:N0}",
            Measure.Megabytes(late.Resident - early.Resident),
            $"{Measure.Megabytes(early.Resident)} to {Measure.Megabytes(late.Resident)}",
            MostGrowth);
        table.Row("paths read when the first card came out", Measure.Count(figures.PathsAtFirstCard), $"of {count}", count - 1);
    }
}
