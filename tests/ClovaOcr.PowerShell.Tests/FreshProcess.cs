using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>A session in a process of its own, for what the engine remembers for its process' whole life.</summary>
internal static class FreshProcess
{
    /// <summary>The lines that the scripts put on the screen, empty ones left out.</summary>
    public static async Task<string[]> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] scripts)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FreshSession.dll"), .. scripts]) { RedirectStandardOutput = true };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        using var ended = TestContext.Current.CancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var screen = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return screen.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
