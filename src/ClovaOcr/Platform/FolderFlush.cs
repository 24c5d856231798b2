using System.IO;

namespace ClovaOcr.Platform;

/// <summary>
/// Brings a folder's list of names to the disk, so that a file that was made or replaced in it is still there after a power cut. Windows
/// has no such call: there the file system's own journal sees to it.
/// </summary>
internal static class FolderFlush
{
    // Folders that may be written but not listed, and file systems that do not know how to flush one, have nothing better to offer.
    private static readonly int[] Unoffered = [13 /* EACCES */, 22 /* EINVAL */, 95, 45, 102 /* ENOTSUP on Linux and macOS */];

    /// <summary>Flushes the folder that a file is in.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void FlushFolderOf(string path)
    {
        if (!Libc.IsThere) return;
        var descriptor = Libc.OpenForReading(Path.GetDirectoryName(Path.GetFullPath(path))!);
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
        if (System.Array.IndexOf(Unoffered, error) < 0) throw new IOException($"The folder cannot be flushed to the disk (error {error}).");
    }
}
