using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Bench.Cases;

/// <summary>Imports a module into a session that has imported none, as a user's first command does.</summary>
internal static class ImportCase
{
    public const string Name = "import";

    public static Func<ImportFigures> Prepare(ImportJob job)
    {
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var prompt = PowerShell.Create(runspace);
        prompt.AddScript("Get-Command Import-Module").Invoke();
        return () =>
        {
            using (runspace) return Import(runspace, job);
        };
    }

    private static ImportFigures Import(Runspace runspace, ImportJob job)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", job.Manifest).AddParameter("ErrorAction", "Stop");
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        shell.Invoke();
        var (milliseconds, cpuMilliseconds) = (clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Count(assembly => !assembly.IsDynamic && Path.GetDirectoryName(assembly.Location) == job.Assemblies);
        return new ImportFigures(milliseconds, cpuMilliseconds, loaded);
    }
}
