using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ReadingScore;

/// <summary>The most memory that was in use at one time.</summary>
internal static class PeakMemory
{
    private const int OfChildren = -1;

    /// <summary>Of this process, the emulator in it included; bytes.</summary>
    public static long OwnBytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    /// <summary>Of the largest process that this one started and that has ended; bytes, null on Windows.</summary>
    public static long? LargestChildBytes()
    {
        if (OperatingSystem.IsWindows() || GetUsage(OfChildren, out var usage) != 0) return null;

        // Linux says it in kilobytes, macOS in bytes.
        return OperatingSystem.IsMacOS() ? usage.LargestResidentSet : usage.LargestResidentSet * 1024;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, out Usage usage);

    // Two times of two numbers stand before it, and thirteen more numbers behind it.
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private readonly struct Usage
    {
        [FieldOffset(32)]
        public readonly long LargestResidentSet;
    }
}
