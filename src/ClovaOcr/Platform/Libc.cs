using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace ClovaOcr.Platform;

/// <summary>The calls of the C library, on Linux and macOS, for which netstandard2.0 has no other way.</summary>
internal static class Libc
{
    /// <summary>There is a file of that name (EEXIST).</summary>
    public const int AlreadyExists = 17;

    private const int Interrupted = 4;
    private const int NotOffered = 38; // ENOSYS
    private const int ReadOnly = 0;
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint OnlyToNewName = 1; // RENAME_NOREPLACE
    private const uint OnlyToNewNameOnMac = 4; // RENAME_EXCL
    private const int FullFlushOnMac = 51; // F_FULLFSYNC

    private static readonly bool IsMac = RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    // Keeps the file from being open in programs that this one starts.
    private static readonly int CloseOnExecution = IsMac ? 0x1000000 : 0x80000;

    // A pipe without a writer is opened at once, and so never waited for.
    private static readonly int WithoutWaiting = IsMac ? 0x4 : 0x800;

    /// <summary>Whether there is a C library to call: not on Windows.</summary>
    public static bool IsThere { get; } = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Another process has the lock (EWOULDBLOCK).</summary>
    public static int WouldWait { get; } = IsMac ? 35 : 11;

    /// <summary>Opens a file or folder for reading, and waits for nobody.</summary>
    /// <returns>The descriptor, to be closed; negative for an error that <see cref="Error"/> tells.</returns>
    public static int OpenForReading(string path)
    {
        // Without the third argument, the call is that of a function with a fixed number of them on every platform.
        int descriptor;
        do descriptor = Open(Name(path), ReadOnly | CloseOnExecution | WithoutWaiting);
        while (descriptor < 0 && Error == Interrupted);
        return descriptor;
    }

    /// <summary>Waits until the disk has all of a file or folder.</summary>
    /// <returns>Whether it has; <see cref="Error"/> tells why not.</returns>
    public static bool Flush(int descriptor)
    {
        // On macOS the plain call leaves it in the disk's own memory.
        if (IsMac && Fcntl(descriptor, FullFlushOnMac) >= 0) return true;
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

    /// <summary>Asks for a lock of an open file like the one that .NET's own files ask for; it ends when the file is closed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isExclusive">Whether nobody else may have one.</param>
    /// <returns>Whether it was given; <see cref="Error"/> tells why not.</returns>
    public static bool TryLock(FileStream file, bool isExclusive) =>
        Flock((int)file.SafeFileHandle.DangerousGetHandle(), isExclusive ? 2 | 4 : 1 | 4) == 0;

    /// <summary>Makes a folder with these permissions.</summary>
    /// <returns>Whether it was made; <see cref="Error"/> tells why not.</returns>
    public static bool MakeFolder(string path, int mode) => Mkdir(Name(path), (uint)mode) == 0;

    /// <summary>Gives a file another name in one step, unless there is a file of that name.</summary>
    /// <returns>The error; null for none.</returns>
    public static int? RenameUnlessThere(string from, string to)
    {
        try
        {
            var result = IsMac
                ? RenameOnMac(Name(from), Name(to), OnlyToNewNameOnMac)
                : RenameOnLinux(CurrentFolder, Name(from), CurrentFolder, Name(to), OnlyToNewName);
            return result == 0 ? null : Error;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before the call.
            return NotOffered;
        }
    }

    /// <summary>Gives a file a second name, unless there is a file of that name.</summary>
    /// <returns>Whether it has it; <see cref="Error"/> tells why not.</returns>
    public static bool Link(string from, string to) => MakeLink(Name(from), Name(to)) == 0;

    /// <summary>The number of the error of this thread's last call that failed.</summary>
    public static int Error => Marshal.GetLastWin32Error();

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Fcntl(int descriptor, int command);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    private static extern int Fchmod(int descriptor, uint mode);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static extern int Flock(int descriptor, int operation);

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    private static extern int Mkdir(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    private static extern int RenameOnLinux(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);

    [DllImport("libc", EntryPoint = "renamex_np", SetLastError = true)]
    private static extern int RenameOnMac(byte[] from, byte[] to, uint flags);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int MakeLink(byte[] from, byte[] to);
}
