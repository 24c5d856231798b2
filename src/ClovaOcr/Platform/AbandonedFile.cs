using System;
using System.IO;

namespace ClovaOcr.Platform;

/// <summary>
/// Tells a file that a process made with <see cref="Disk.CreateNew"/> and still holds open from one whose process has ended, however it
/// ended: the lock goes with the process.
/// </summary>
internal static class AbandonedFile
{
    /// <summary>Opens and locks the file of a process that has ended.</summary>
    /// <returns>Null when the process lives, when that is not to be known, and when there is no such file.</returns>
    public static FileStream? TryOpen(string path)
    {
        try
        {
            if (!Libc.IsThere) return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            var file = UnlockedFile.OpenRead(path);
            if (Libc.TryLock(file, isExclusive: true)) return file;
            file.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
