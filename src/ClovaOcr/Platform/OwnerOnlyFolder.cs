using System.IO;

namespace ClovaOcr.Platform;

/// <summary>
/// Folders that only their owner can list and enter (mode 0700 on Linux and macOS). On Windows a folder has the rights of the one it is in.
/// </summary>
internal static class OwnerOnlyFolder
{
    // 0700 in octal digits.
    private const int AllByOwner = 7 << 6;

    /// <summary>Makes a folder that has this mode from its first moment, if there is none of this name.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Create(string path)
    {
        if (!Libc.IsThere)
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (Libc.MakeFolder(path, AllByOwner)) return;
        var error = Libc.Error;
        if (!Directory.Exists(path)) throw new IOException($"The folder cannot be made (error {error}).");
    }
}
