using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>The machine that everything is measured on.</summary>
internal static class Machine
{
    /// <summary>When, on how many cores, and what else they were busy with, where that can be told.</summary>
    public static string Describe() =>
        $"{DateTime.Now:yyyy-MM-dd HH:mm}, {Environment.ProcessorCount} cores, {Load()}{RuntimeInformation.FrameworkDescription}";

    private static string Load() =>
        File.Exists("/proc/loadavg") ? $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start, " : "";
}
