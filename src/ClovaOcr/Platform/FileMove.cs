using System.IO;

namespace ClovaOcr.Platform;

/// <summary>
/// Moves a file within its folder and never over another. On Linux and macOS <see cref="File.Move(string, string)"/> may copy it where a
/// file system knows no second names, and who looks meanwhile, or after a power cut, finds half a file.
/// </summary>
internal static class FileMove
{
    /// <summary>Gives a file another name in one step.</summary>
    /// <exception cref="IOException">There is a file of that name, or this one cannot be moved.</exception>
    public static void ToNewName(string from, string to)
    {
        if (!Libc.IsThere)
        {
            File.Move(from, to);
            return;
        }

        if (Libc.RenameUnlessThere(from, to) is not { } error) return;

        // File systems that cannot look and rename at once can give a second name, which is no less safe.
        if (error == Libc.AlreadyExists || !Libc.Link(from, to))
            throw new IOException($"The file cannot be moved (error {(error == Libc.AlreadyExists ? error : Libc.Error)}).");
        File.Delete(from);
    }
}
