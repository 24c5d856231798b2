using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace ClovaOcr.Platform;

/// <summary>The calls of the C library, on Linux and macOS, for which netstandard2.0 has no other way.</summary>
internal static class Libc
{
    private const int Interrupted = 4;
    private const int ReadOnly = 0;

    // Keeps the file from being open in programs that this one starts.
    private static readonly int CloseOnExecution = RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? 0x1000000 : 0x80000;

    /// <summary>Whether there is a C library to call: not on Windows.</summary>
    public static bool IsThere { get; } = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Opens a file or folder for reading.</summary>
    /// <returns>The descriptor, to be closed; negative for an error that <see cref="Error"/> tells.</returns>
    public static int OpenForReading(string path)
    {
        // Without the third argument, the call is that of a function with a fixed number of them on every platform.
        var name = Encoding.UTF8.GetBytes(path + '\0');
        int descriptor;
        do descriptor = Open(name, ReadOnly | CloseOnExecution);
        while (descriptor < 0 && Error == Interrupted);
        return descriptor;
    }

    /// <summary>Waits until the disk has all of a file or folder.</summary>
    /// <returns>Whether it has; <see cref="Error"/> tells why not.</returns>
    public static bool Flush(int descriptor)
    {
        int result;
        do result = Fsync(descriptor);
        while (result < 0 && Error == Interrupted);
        return result == 0;
    }

    /// <summary>Closes a descriptor.</summary>
    public static void CloseDescriptor(int descriptor) => _ = Close(descriptor);

    /// <summary>Sets the permissions of an open file.</summary>
    /// <returns>Whether they were set; <see cref="Error"/> tells why not.</returns>
    public static bool SetMode(FileStream file, int mode) => Fchmod((int)file.SafeFileHandle.DangerousGetHandle(), (uint)mode) == 0;

    /// <summary>The number of the error of this thread's last call that failed.</summary>
    public static int Error => Marshal.GetLastWin32Error();

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    private static extern int Fchmod(int descriptor, uint mode);
}
