using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bench.Cases;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>How much longer a session's first card takes than its second, when the service answers at once.</summary>
internal static class FirstCard
{
    private const int Cards = 4;

    public static async Task MeasureAsync(int rounds, Table table)
    {
        table.Section("FIRST CARD of a session, after import and connect");
        using var folder = CardFolder.Create(Cards);
        using var emulator = await EmulatorProcess.StartAsync(latencyMilliseconds: 0);
        var job = new FirstCardJob([.. CardFolder.Paths(folder.FullPath, CardFolder.Cards(Cards))]);

        // The emulator's own first answers are not measured.
        await ReadAsync(job, emulator);
        var figures = new List<IReadOnlyList<double>>();
        for (var round = 0; round < rounds; round++) figures.Add(await ReadAsync(job, emulator));
        var differences = figures.Select(each => each[0] - each[1]).Order().ToArray();
        var medians = Enumerable.Range(0, Cards).Select(card => figures.Select(each => each[card]).Order().ElementAt(rounds / 2));
        table.Row(
            "first card's time less the second's",
            Measure.Milliseconds(differences[rounds / 2]),
            $"{string.Join(", ", medians.Select(median => $"{median:0.0}"))} ms for the first, second and so on, medians of {rounds}",
            bound: 300);
    }

    private static async Task<IReadOnlyList<double>> ReadAsync(FirstCardJob job, EmulatorProcess emulator)
    {
        using var process = await CaseProcess<FirstCardFigures>.StartAsync(FirstCardCase.Name, job, emulator);
        return (await process.MeasureAsync()).Milliseconds;
    }
}
