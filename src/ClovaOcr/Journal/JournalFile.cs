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
    public static FileStream OpenOrCreate(string path) => Open(path, mayCreate: true);

    /// <summary>Opens the file for the one writer.</summary>
    /// <exception cref="ClovaOcrException">It is not there, another writer has it, or it cannot be written.</exception>
    public static FileStream OpenExisting(string path) => Open(path, mayCreate: false);

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
    public static JournalCipher Begin(FileStream file, SecureString secret)
    {
        var salt = JournalHeader.NewSalt();
        var cipher = new JournalCipher(secret, salt);
        try
        {
            WriteHeader(file, salt, cipher);
            FolderFlush.FlushFolderOf(LinkTarget.Of(file.Name));
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
    public static void CutAt(FileStream file, long offset)
    {
        try
        {
            file.SetLength(offset);
            file.Flush(flushToDisk: true);
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

    private static void WriteHeader(FileStream file, byte[] salt, JournalCipher cipher)
    {
        var header = JournalHeader.Write(salt, cipher);
        file.Position = 0;
        file.Write(header, 0, header.Length);
        if (file.Length != header.Length) throw JournalProblem.NoFile();
        OwnerOnlyFile.Restrict(file);
        file.Flush(flushToDisk: true);
    }

    private static FileStream Open(string path, bool mayCreate)
    {
        try
        {
            for (var attempt = 0; attempt < MaximumAttempts; attempt++)
            {
                var file = TryOpen(path, mayCreate);
                if (file is not null && IsStillAt(path, file)) return file;
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
    private static FileStream? TryOpen(string path, bool mayCreate)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, Sharing, bufferSize: 1);
        }
        catch (FileNotFoundException) when (mayCreate)
        {
            try
            {
                return OwnerOnlyFile.CreateNew(path);
            }
            catch (IOException) when (File.Exists(path))
            {
                return null;
            }
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
