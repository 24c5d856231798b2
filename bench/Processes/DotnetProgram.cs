using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace Bench.Processes;

/// <summary>Starts programs of this build, each in a process of its own, whose stdin and stdout are this one's to use.</summary>
internal static class DotnetProgram
{
    public static Process Start(string assembly, IEnumerable<string> arguments, EmulatorProcess? emulator = null)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        emulator?.TellTo(start);
        return Process.Start(start)!;
    }
}
