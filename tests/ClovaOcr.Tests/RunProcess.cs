using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace ClovaOcr.Tests;

/// <summary>Starts the program of tests/JournaledRun, a run as a process of its own.</summary>
internal static class RunProcess
{
    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var program = Path.Combine(TestData.Root, "tests", "JournaledRun", "bin", Configuration(), "net10.0", "JournaledRun.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Configuration() => AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)[^2];
}
