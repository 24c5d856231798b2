using System;
using System.IO;

namespace ClovaOcr.Platform;

/// <summary>
/// Brings to the disk what is reached by a path: a file's bytes, or a folder's list of names, so that a file that was made or replaced in
/// it is still there after a power cut. Windows has no such call: there the file system's own journal sees to the names.
/// </summary>
internal static class PathFlush
{
    // What may be written but not read, and file systems that do not know how to flush a folder, have nothing better to offer.
    private static readonly int[] Unoffered = [13 /* EACCES */, 22 /* EINVAL */, 95, 45, 102 /* ENOTSUP on Linux and macOS */];

    /// <summary>Flushes the folder that a file or folder is in.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void FlushFolderOf(string path) => Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>Flushes a file or folder.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Flush(string path)
    {
        if (!Libc.IsThere) return;
        var descriptor = Libc.OpenForReading(path);
        if (descriptor < 0)
        {
            ThrowUnlessUnoffered(Libc.Error);
            return;
        }

        var error = Libc.Flush(descriptor) ? 0 : Libc.Error;
        Libc.CloseDescriptor(descriptor);
        if (error != 0) ThrowUnlessUnoffered(error);
    }

    private static void ThrowUnlessUnoffered(int error)
    {
        if (Array.IndexOf(Unoffered, error) < 0) throw new IOException($"It cannot be flushed to the disk (error {error}).");
    }
}
