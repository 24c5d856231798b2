using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace ClovaOcr.Platform;

/// <summary>
/// Opens a file for reading without a lock of its own and in spite of a writer's. On Linux and macOS a <see cref="FileStream"/> that is
/// opened by its path always asks for a lock, whatever sharing it allows, and waits for the other end of a pipe.
/// </summary>
internal static class UnlockedFile
{
    private static readonly int[] NotThere = [2 /* ENOENT */, 20 /* ENOTDIR */];

    /// <summary>
    /// Opens a file that others may write to or replace meanwhile. What was opened is looked at, and not the path before, because a pipe
    /// may take the file's place in between. A device is a file without bytes.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">It cannot be opened, or is a folder or a pipe.</exception>
    public static FileStream OpenRead(string path)
    {
        if (Directory.Exists(path)) throw new IOException("It is a folder.");
        var file = Libc.IsThere
            ? Open(path)
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        if (file.CanSeek) return file;
        file.Dispose();
        throw new IOException("It is a pipe.");
    }

    private static FileStream Open(string path)
    {
        var descriptor = Libc.OpenForReading(path);
        if (descriptor >= 0)
            return new FileStream(new SafeFileHandle((IntPtr)descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 1);

        var error = Libc.Error;
        throw Array.IndexOf(NotThere, error) >= 0
            ? new FileNotFoundException("There is no such file.", path)
            : new IOException($"The file cannot be opened (error {error}).");
    }
}
