using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Bench.Peers;

/// <summary>Runs another program, as a whole process.</summary>
internal static class PictureProgram
{
    /// <summary>How long it took.</summary>
    /// <returns>Null when it is not here, or did not do it.</returns>
    public static async Task<double?> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var process = Start(program, arguments);
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The most bytes that it has in memory, looked at all the time while it runs; null where the system does not say.</summary>
    public static long? PeakMemory(string program, IReadOnlyList<string> arguments)
    {
        long? peak = null;
        using var process = Start(program, arguments);
        while (!process.HasExited)
        {
            try
            {
                var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                if (line is not null) peak = 1024 * long.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return peak;
    }

    private static Process Start(string program, IReadOnlyList<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
}
