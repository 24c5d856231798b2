using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>What it takes to keep answers.</summary>
internal static class JournalSpeed
{
    private const int Writers = 16;

    public static async Task MeasureAsync(BatchSize size, CardFolder folder, Table table)
    {
        table.Section("JOURNAL");
        var job = new JournalJob(folder.Beside("speed.journal"), size.JournalAnswers, Writers);
        using var process = await CaseProcess<JournalFigures>.StartAsync(JournalCase.Name, job);
        var figures = await process.MeasureAsync();
        table.Row(
            $"appends a second, {Writers} at a time / one at a time",
            Measure.Ratio(figures.AppendsASecondTogether, figures.AppendsASecondAlone),
            $"{figures.AppendsASecondTogether:0} / {figures.AppendsASecondAlone:0} a second, each on the disk");
        table.Row(
            $"opening at {size.JournalAnswers:N0} answers",
            Measure.Milliseconds(figures.OpenMilliseconds),
            $"{Measure.Megabytes(figures.Bytes)} on the disk");
    }
}
