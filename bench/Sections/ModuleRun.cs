using System;
using System.Linq;
using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>Cards that the module read in one process, or in several at the same time, and what the service saw of it.</summary>
/// <param name="Cards">Cards given to it.</param>
/// <param name="Read">Cards read.</param>
/// <param name="Calls">Calls that came to the service.</param>
/// <param name="Refused">Those that were refused because too many were under way.</param>
/// <param name="Figures">Each process's own figures.</param>
internal sealed record ModuleRun(int Cards, int Read, int Calls, int Refused, ReadFigures[] Figures)
{
    /// <summary>Until the last process was done; they start at the same time.</summary>
    public double Seconds => Figures.Max(figures => figures.Seconds);

    public static async Task<ModuleRun> MeasureAsync(EmulatorProcess emulator, params ReadJob[] jobs)
    {
        var processes = await Task.WhenAll(jobs.Select(job => CaseProcess<ReadFigures>.StartAsync(ReadCase.Name, job, emulator)));
        try
        {
            var before = await emulator.StatsAsync();
            var figures = await Task.WhenAll(processes.Select(process => process.MeasureAsync()));
            var after = await emulator.StatsAsync();
            return new ModuleRun(
                jobs.Select(job => job.Cards).Distinct().Sum(range => range.Count),
                figures.Sum(each => each.Read),
                after.Calls - before.Calls,
                after.RefusedAsTooMany() - before.RefusedAsTooMany(),
                figures);
        }
        finally
        {
            Array.ForEach(processes, process => process.Dispose());
        }
    }
}
