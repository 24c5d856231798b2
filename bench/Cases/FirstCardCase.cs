using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Bench.Processes;
using Quickstart;

namespace Bench.Cases;

/// <summary>Reads the first card of a session that has just imported the module and connected, and a few more, each by a command of its own.</summary>
internal static class FirstCardCase
{
    public const string Name = "first-card";

    public static Func<FirstCardFigures> Prepare(FirstCardJob job)
    {
        var session = new ModuleSession(TextWriter.Null);
        session.Invoke(
            "Connect-ClovaOcr $args[0] $args[1]",
            Environment.GetEnvironmentVariable(EmulatorProcess.UrlVariable),
            Environment.GetEnvironmentVariable(EmulatorProcess.SecretVariable));
        return () =>
        {
            using (session) return new FirstCardFigures([.. job.Paths.Select(path => Read(session, path))]);
        };
    }

    private static double Read(ModuleSession session, string path)
    {
        var clock = Stopwatch.StartNew();
        var cards = session.Invoke("Invoke-AlienCardOcr -LiteralPath $args[0]", path);
        return cards.Count == 1 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException("A card was not read.");
    }
}
