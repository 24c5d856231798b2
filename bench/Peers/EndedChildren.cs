using System;
using System.Runtime.InteropServices;

namespace Bench.Peers;

/// <summary>The programs that this process started and that have ended.</summary>
internal static class EndedChildren
{
    private const int OfChildren = -1;

    /// <summary>The CPU time of all of them; null on Windows.</summary>
    public static TimeSpan? CpuTime() =>
        !OperatingSystem.IsWindows() && GetUsage(OfChildren, out var usage) == 0 ? usage.User.Time + usage.System.Time : null;

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeValue
    {
        private readonly long _seconds;
        private readonly long _microseconds;

        public TimeSpan Time => TimeSpan.FromSeconds(_seconds) + TimeSpan.FromMicroseconds(_microseconds);
    }

    // The system writes fourteen more numbers behind the two times.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct Usage
    {
        public readonly TimeValue User;
        public readonly TimeValue System;
    }
}
