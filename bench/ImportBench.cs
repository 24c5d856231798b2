using System;
using System.Threading.Tasks;
using Bench.Sections;

namespace Bench;

/// <summary>What a user waits for before the first card, all taken in one run.</summary>
internal static class ImportBench
{
    /// <param name="rounds">How often each is measured, in as many processes; an odd number, for the median.</param>
    public static async Task RunAsync(int rounds)
    {
        var table = new Table(Console.Out);
        Console.WriteLine(Machine.Describe());
        await ImportTime.MeasureAsync(rounds, table);
        await FirstCard.MeasureAsync(rounds, table);
    }
}
