using System;
using System.Text.Json;

namespace Bench.Cases;

/// <summary>
/// How a case talks with the bench: it prints a line when it is warm; for each line that it reads it works, and prints its figures as one
/// line of JSON.
/// </summary>
internal static class CaseProtocol
{
    public const string Verb = "case";

    public static int Run(string name, string job) => name switch
    {
        ReadCase.Name => Run<ReadJob, ReadFigures>(job, ReadCase.Prepare),
        StopCase.Name => Run<StopJob, StopFigures>(job, StopCase.Prepare),
        MaskCase.Name => Run<MaskJob, MaskFigures>(job, MaskCase.Prepare),
        MaskCommandCase.Name => Run<MaskJob, MaskFigures>(job, MaskCommandCase.Prepare),
        SkiaCase.Name => Run<MaskJob, MaskFigures>(job, SkiaCase.Prepare),
        JournalCase.Name => Run<JournalJob, JournalFigures>(job, JournalCase.Prepare),
        ImportCase.Name => Run<ImportJob, ImportFigures>(job, ImportCase.Prepare),
        FirstCardCase.Name => Run<FirstCardJob, FirstCardFigures>(job, FirstCardCase.Prepare),
        _ => 2,
    };

    /// <param name="json">The job.</param>
    /// <param name="prepare">Warms up, and gives the work that is measured.</param>
    private static int Run<TJob, TFigures>(string json, Func<TJob, Func<TFigures>> prepare)
    {
        var measured = prepare(JsonSerializer.Deserialize<TJob>(json)!);
        Console.WriteLine("warm");
        while (Console.ReadLine() is not null) Console.WriteLine(JsonSerializer.Serialize(measured()));
        return 0;
    }
}
