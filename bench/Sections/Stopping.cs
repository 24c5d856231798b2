using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>How soon a batch is over when somebody wants it to be.</summary>
internal static class Stopping
{
    private const int ThrottleLimit = 16;
    private const int Latency = 1000;

    public static async Task MeasureAsync(BatchSize size, CardFolder folder, Table table)
    {
        table.Section($"STOPPING with {ThrottleLimit} calls in flight");
        using var emulator = await EmulatorProcess.StartAsync(Latency);
        var job = new StopJob(folder.FullPath, ThrottleLimit, size.Stops, Latency);
        using var process = await CaseProcess<StopFigures>.StartAsync(StopCase.Name, job, emulator);
        var figures = await process.MeasureAsync();
        Rows(table, "StopProcessing (Ctrl+C) to the pipeline's end", figures.Stopped);
        Rows(table, "Dispose (Select-Object -First) to the pipeline's end", figures.Disposed);
    }

    private static void Rows(Table table, string name, IReadOnlyList<Ending> endings)
    {
        var milliseconds = endings.Select(ending => ending.Milliseconds).Order().ToArray();
        table.Row(
            name,
            Measure.Milliseconds(milliseconds[milliseconds.Length / 2]),
            $"of {endings.Count}: {string.Join(", ", milliseconds.Select(each => $"{each:0.0}"))} ms");
        var (started, left) = (endings.Sum(ending => ending.CallsAfter), endings.Sum(ending => ending.LeftUnderWay));
        table.Row("  calls that started after, or did not end", Measure.Count(started + left), $"{started} started, {left} did not end", bound: 0);
    }
}
