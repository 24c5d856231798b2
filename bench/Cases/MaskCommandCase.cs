using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Quickstart;

namespace Bench.Cases;

/// <summary>
/// Masks a picture by the command <c>ConvertTo-MaskedImage</c>, with all that it does: the plan, the source's hash, the search for a QR
/// code, the proof, and the copy moved into place.
/// </summary>
internal static class MaskCommandCase
{
    public const string Name = "mask-command";

    public static Func<MaskFigures> Prepare(MaskJob job)
    {
        var session = new ModuleSession(TextWriter.Null);
        var card = session.Invoke("ConvertFrom-AlienCardResponse -Path $args[0] -ImagePath $args[1]", job.Scan.ResponsePath, job.Scan.Path).Single();
        job.WarmUp(() => Run(session, card, job.Destination));
        return () => Run(session, card, job.Destination);
    }

    private static MaskFigures Run(ModuleSession session, PSObject card, string destination)
    {
        using var shell = session.Create("$args[0] | ConvertTo-MaskedImage -DestinationPath $args[1] -Force", card, destination);
        var clock = Stopwatch.StartNew();
        shell.Invoke();
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        using var process = Process.GetCurrentProcess();
        return new MaskFigures(milliseconds, 0, process.PeakWorkingSet64, shell.Streams.Error.Select(error => error.ToString()).FirstOrDefault());
    }
}
