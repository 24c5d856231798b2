using System.IO;

namespace ClovaOcr.Platform;

/// <summary>Opens a file for reading that no other program is known to be writing, and keeps such programs out while it is open.</summary>
internal static class SettledFile
{
    /// <summary>Opens a file. A device is a file without bytes.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">It cannot be opened, is written by another program, or is a folder or a pipe.</exception>
    public static FileStream OpenRead(string path)
    {
        var file = Libc.IsThere
            ? UnlockedFile.OpenRead(path)
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);

        // On Linux and macOS a lock is a word among programs that ask for it, which file systems may not know of.
        if (file.CanSeek && (!Libc.IsThere || Libc.TryLock(file, isExclusive: false) || Libc.Error != Libc.WouldWait)) return file;
        file.Dispose();
        throw new IOException("It is a pipe, or another program is writing it.");
    }
}
