using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>Opens a journal's file: for the one writer, or for readers beside it. The file's own handle is the lock.</summary>
internal static class JournalFile
{
    // More than can happen unless somebody replaces the file without end.
    private const int MaximumAttempts = 16;

    // Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION; EWOULDBLOCK on Linux and on macOS.
    private static readonly int[] LockedCodes = Libc.IsThere
        ? [RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? 35 : 11]
        : [unchecked((int)0x80070020), unchecked((int)0x80070021)];

    // On Linux and macOS only this one keeps other writers out; readers come in by UnlockedFile, which asks for no lock.
    private static readonly FileShare Sharing = Libc.IsThere ? FileShare.None : FileShare.Read;

    /// <summary>Opens the file for the one writer, and makes it if it is not there.</summary>
    /// <exception cref="ClovaOcrException">Another writer has it, or it cannot be written.</exception>
    public static FileStream OpenOrCreate(Disk disk, string path) => Open(disk, path, mayCreate: true);

    /// <summary>Opens the file for the one writer.</summary>
    /// <exception cref="ClovaOcrException">It is not there, another writer has it, or it cannot be written.</exception>
    public static FileStream OpenExisting(Disk disk, string path) => Open(disk, path, mayCreate: false);

    /// <summary>Opens the file for reading, beside a writer if there is one.</summary>
    /// <returns>Null when there is no file, or nothing in it.</returns>
    /// <exception cref="ClovaOcrException">It cannot be read.</exception>
    public static FileStream? OpenRead(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw JournalProblem.Unreadable("The journal's path is that of a folder. Give the path of a file.");

            // A pipe or device has no length either, and opening it could wait for ever.
            return new FileInfo(path) is { Exists: true, Length: > 0 } ? UnlockedFile.OpenRead(path) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (IsOfFileSystem(exception))
        {
            throw JournalProblem.CannotBeRead(exception);
        }
    }

    /// <summary>Begins a journal in a file that holds nothing yet.</summary>
    /// <exception cref="ClovaOcrException">It cannot be written.</exception>
    public static JournalCipher Begin(Disk disk, FileStream file, SecureString secret)
    {
        var salt = JournalHeader.NewSalt();
        var cipher = new JournalCipher(secret, salt);
        try
        {
            WriteHeader(disk, file, salt, cipher);
            return cipher;
        }
        catch (Exception exception)
        {
            cipher.Dispose();
            if (!IsOfFileSystem(exception)) throw;
            throw JournalProblem.CannotBeWritten(exception);
        }
    }

    /// <summary>Cuts off what is behind a place of the file.</summary>
    /// <exception cref="ClovaOcrException">It cannot be cut.</exception>
    public static void CutAt(Disk disk, FileStream file, long offset)
    {
        try
        {
            disk.SetLength(file, offset);
            disk.Flush(file);
        }
        catch (Exception exception) when (IsOfFileSystem(exception))
        {
            throw JournalProblem.CannotBeWritten(exception);
        }
    }

    /// <summary>The file's first bytes, as many as a header has or fewer.</summary>
    public static byte[] ReadStart(FileStream file)
    {
        var start = new byte[JournalHeader.Length];
        file.Position = 0;
        return start.AsSpan(0, file.Fill(start, 0, start.Length)).ToArray();
    }

    /// <summary>Whether it is one of the exceptions by which the system says that a file cannot be used.</summary>
    public static bool IsOfFileSystem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static void WriteHeader(Disk disk, FileStream file, byte[] salt, JournalCipher cipher)
    {
        var header = JournalHeader.Write(salt, cipher);
        disk.Write(file, 0, header);
        if (file.Length != header.Length) throw JournalProblem.NoFile();
        OwnerOnlyFile.Restrict(file);
        disk.Flush(file);
    }

    private static FileStream Open(Disk disk, string path, bool mayCreate)
    {
        try
        {
            for (var attempt = 0; attempt < MaximumAttempts; attempt++)
            {
                var file = TryOpen(disk, path, mayCreate);
                if (file is not null && IsReady(disk, path, file)) return file;
                file?.Dispose();
            }

            throw JournalProblem.Locked();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw mayCreate
                ? JournalProblem.Unwritable("There is no such folder for the journal. Make it, or give another path.")
                : JournalProblem.NotThere();
        }
        catch (IOException exception) when (LockedCodes.Contains(exception.HResult))
        {
            throw JournalProblem.Locked();
        }
        catch (Exception exception) when (IsOfFileSystem(exception))
        {
            throw JournalProblem.CannotBeWritten(exception);
        }
    }

    /// <summary>Null when another process made the file in the moment between.</summary>
    private static FileStream? TryOpen(Disk disk, string path, bool mayCreate)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, Sharing, bufferSize: 1);
        }
        catch (FileNotFoundException) when (mayCreate)
        {
            try
            {
                return disk.CreateNew(path);
            }
            catch (IOException) when (File.Exists(path))
            {
                return null;
            }
        }
    }

    /// <summary>
    /// Brings the file and its name to the disk, whoever wrote or made it, perhaps a run that was killed before it could: what is read
    /// from it is handed out, and what is written behind it relies on it.
    /// </summary>
    /// <returns>False when another file has taken its place.</returns>
    private static bool IsReady(Disk disk, string path, FileStream file)
    {
        try
        {
            if (!IsStillAt(path, file)) return false;
            disk.Flush(file);
            disk.FlushFolderOf(Libc.IsThere ? LinkTarget.Of(path) : path);
            return true;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether the path still leads to the file that was opened. On Linux and macOS it is opened first and locked then: in between a
    /// rewrite may have put another file in its place, and what is written to the old one would be lost. Each has a salt of its own.
    /// </summary>
    private static bool IsStillAt(string path, FileStream file)
    {
        if (!Libc.IsThere) return true;
        try
        {
            using var current = UnlockedFile.OpenRead(path);
            return ReadStart(current).AsSpan().SequenceEqual(ReadStart(file));
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
