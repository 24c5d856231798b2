using System;
using System.IO;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ClovaOcr.Platform;

/// <summary>
/// Files that only their owner can read and write (mode 0600 on Linux and macOS). On Windows a file has the rights of its folder: a user's
/// own folders are closed to other users.
/// </summary>
internal static class OwnerOnlyFile
{
    // 0600 in octal digits.
    private const int ReadAndWriteByOwner = 6 << 6;

    /// <summary>Makes a file that has this mode from its first moment, open for reading and writing, and for no other writer.</summary>
    /// <exception cref="IOException">There is a file of this name, or it cannot be made.</exception>
    public static FileStream CreateNew(string path)
    {
        if (!Libc.IsThere) return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1);

        // The one way to give a mode on creation is a type that netstandard2.0 does not know; .NET has it since version 7.
        var type = typeof(FileStream).Assembly.GetType("System.IO.FileStreamOptions", throwOnError: true)!;
        var options = Activator.CreateInstance(type);
        Set("Mode", FileMode.CreateNew);
        Set("Access", FileAccess.ReadWrite);
        Set("Share", FileShare.None);
        Set("BufferSize", 0);
        var mode = type.GetProperty("UnixCreateMode")!;
        mode.SetValue(options, Enum.ToObject(Nullable.GetUnderlyingType(mode.PropertyType)!, ReadAndWriteByOwner));
        try
        {
            return (FileStream)Activator.CreateInstance(typeof(FileStream), path, options)!;
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Capture(exception.InnerException!).Throw();
            throw;
        }

        void Set(string property, object value) => type.GetProperty(property)!.SetValue(options, value);
    }

    /// <summary>Gives an open file this mode.</summary>
    /// <exception cref="IOException">It cannot be set, as on a file of another owner.</exception>
    public static void Restrict(FileStream file)
    {
        if (Libc.IsThere && !Libc.SetMode(file, ReadAndWriteByOwner))
            throw new IOException($"The file cannot be closed to other users (error {Libc.Error}).");
    }
}
