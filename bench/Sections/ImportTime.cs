using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;
using Quickstart;

namespace Bench.Sections;

/// <summary>How long the module's import takes, against that of a module of one empty cmdlet, each in processes of its own that take turns.</summary>
internal static class ImportTime
{
    public static async Task MeasureAsync(int rounds, Table table)
    {
        table.Section("IMPORT: Import-Module in a new process");
        List<ImportFigures> ours = [], empty = [];
        var emptyFolder = Path.Combine(AppContext.BaseDirectory, "EmptyModule");
        for (var round = 0; round < rounds; round++)
        {
            empty.Add(await ImportAsync(new ImportJob(Path.Combine(emptyFolder, "EmptyModule.psd1"), emptyFolder)));
            ours.Add(await ImportAsync(new ImportJob(Checkout.ModuleManifest, Path.Combine(Checkout.Root, "lib"))));
        }

        Row("ClovaOcr / a module of one empty cmdlet", figures => figures.Milliseconds, bound: 1.5);
        Row("  the same in CPU time", figures => figures.CpuMilliseconds);
        var loaded = ours.Max(figures => figures.Assemblies);
        table.Row("  assemblies of the module that are loaded then", Measure.Count(loaded), $"{empty.Max(figures => figures.Assemblies)} of the other module", bound: 1);

        void Row(string what, Func<ImportFigures, double> figure, double? bound = null)
        {
            var (own, others) = (Middle(ours, figure), Middle(empty, figure));
            table.Row(what, Measure.Ratio(own, others), $"{own:0.0} ms / {others:0.0} ms, medians of {rounds}", bound);
        }
    }

    private static async Task<ImportFigures> ImportAsync(ImportJob job)
    {
        using var process = await CaseProcess<ImportFigures>.StartAsync(ImportCase.Name, job);
        return await process.MeasureAsync();
    }

    private static double Middle(List<ImportFigures> figures, Func<ImportFigures, double> figure) => figures.Select(figure).Order().ElementAt(figures.Count / 2);
}
