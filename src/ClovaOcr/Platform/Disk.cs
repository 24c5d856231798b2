using System.IO;

namespace ClovaOcr.Platform;

/// <summary>
/// The steps that change files which must outlast a power cut, all in one place. What is not flushed may be lost, and in any order: a step
/// that relies on another comes after its flush. Tests record the steps and cut them off anywhere.
/// </summary>
internal class Disk
{
    /// <summary>The steps and nothing else.</summary>
    public static Disk Real { get; } = new();

    /// <summary>Makes a file for its owner alone, and locks it as long as it is open.</summary>
    /// <exception cref="IOException">There is a file of this name, or it cannot be made.</exception>
    public virtual FileStream CreateNew(string path) => OwnerOnlyFile.CreateNew(path);

    /// <summary>Makes a folder for its owner alone, if there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public virtual void CreateFolder(string path) => OwnerOnlyFolder.Create(path);

    /// <summary>Writes bytes at a place of a file.</summary>
    public virtual void Write(FileStream file, long offset, byte[] bytes)
    {
        file.Position = offset;
        file.Write(bytes, 0, bytes.Length);
    }

    /// <summary>Cuts a file off.</summary>
    public virtual void SetLength(FileStream file, long length) => file.SetLength(length);

    /// <summary>Waits until the disk has all that was written to a file.</summary>
    public virtual void Flush(FileStream file) => file.Flush(flushToDisk: true);

    /// <summary>Waits until the disk has what another process may have written to a file.</summary>
    public virtual void Flush(string path) => PathFlush.Flush(path);

    /// <summary>Waits until the disk has the names that a file's folder has for its files.</summary>
    public virtual void FlushFolderOf(string path) => PathFlush.FlushFolderOf(path);

    /// <summary>Gives a file another name in the same folder, in one step, and never that of a file that is there.</summary>
    /// <exception cref="IOException">There is one, or it cannot be moved.</exception>
    public virtual void Move(string from, string to) => FileMove.ToNewName(from, to);

    /// <summary>Puts a file in the place of another in the same folder, in one step.</summary>
    /// <exception cref="IOException">There is no other, or it cannot be replaced.</exception>
    public virtual void Replace(string from, string to) => File.Replace(from, to, destinationBackupFileName: null);

    /// <summary>Removes a file, if it is there.</summary>
    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Makes a folder and those that it is in, each there to stay before the next one is made.</summary>
    /// <exception cref="IOException">One of them cannot be made.</exception>
    public void EnsureFolder(string path)
    {
        var isThere = Directory.Exists(path);
        if (Path.GetDirectoryName(path) is not { } parent) return;
        if (!isThere)
        {
            EnsureFolder(parent);
            CreateFolder(path);
        }

        // Also one that is there: the run that made it may have been killed before this step.
        FlushFolderOf(path);
    }
}
