using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace ClovaOcr.Platform;

/// <summary>
/// Opens a file for reading without a lock of its own and in spite of a writer's. On Linux and macOS a <see cref="FileStream"/> that is
/// opened by its path always asks for a lock, whatever sharing it allows.
/// </summary>
internal static class UnlockedFile
{
    private static readonly int[] NotThere = [2 /* ENOENT */, 20 /* ENOTDIR */];

    /// <summary>Opens a file that others may write to or replace meanwhile. A folder, pipe or device must be ruled out before.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream OpenRead(string path)
    {
        if (!Libc.IsThere)
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

        var descriptor = Libc.OpenForReading(path);
        if (descriptor >= 0)
            return new FileStream(new SafeFileHandle((IntPtr)descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 1);

        var error = Libc.Error;
        throw Array.IndexOf(NotThere, error) >= 0
            ? new FileNotFoundException("There is no such file.", path)
            : new IOException($"The file cannot be opened (error {error}).");
    }
}
