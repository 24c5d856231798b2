using System;
using System.Collections.Generic;
using System.IO;
using ClovaOcr.Platform;

namespace ClovaOcr.Imaging;

/// <summary>
/// A masked copy that lies beside its destination, whole and read back, under a name of its own. It is moved there in one step, or
/// disposed, which leaves everything as it was.
/// </summary>
public sealed class StagedCopy : IDisposable
{
    private readonly Disk _disk;
    private readonly StagingFolder? _folder;
    private readonly string? _beside;
    private readonly bool _overwrite;

    /// <summary>A copy that was written beside its destination.</summary>
    internal StagedCopy(Disk disk, StagingFolder folder, string beside, string destination, bool overwrite)
        : this(disk, destination) => (_folder, _beside, _overwrite) = (folder, beside, overwrite);

    /// <summary>A copy that is in its place.</summary>
    internal StagedCopy(Disk disk, string destination) => (_disk, Destination) = (disk, destination);

    /// <summary>Where the copy goes.</summary>
    public string Destination { get; }

    /// <summary>Whether the very same bytes are there already, so that nothing is to be moved.</summary>
    public bool IsInPlace => _beside is null;

    /// <summary>Whether another file is there, which would be lost.</summary>
    public bool Overwrites => !IsInPlace && MaskDestination.Exists(Destination);

    /// <summary>Moves the copy to its destination. Once this is done, it is there to stay.</summary>
    /// <param name="sourceHashes">The SHA-256 of every picture that must not be overwritten.</param>
    /// <exception cref="ClovaOcrException">
    /// The destination holds one of these pictures, or cannot be written, or the disk did not confirm it.
    /// </exception>
    internal void MoveIntoPlace(IReadOnlyCollection<string> sourceHashes)
    {
        if (_beside is not null) Move(_beside, sourceHashes);
        try
        {
            // What is in place already may have been put there a moment ago, by a run that was killed before this step.
            if (_beside is null) _disk.Flush(Destination);
            _disk.FlushFolderOf(Destination);
        }
        catch (IOException)
        {
            throw MaskDestination.NotConfirmed(Destination);
        }
    }

    /// <summary>Removes what was not moved.</summary>
    public void Dispose()
    {
        if (_beside is not null) _folder!.Remove(_beside);
    }

    private void Move(string beside, IReadOnlyCollection<string> sourceHashes)
    {
        try
        {
            MaskDestination.Check(Destination, _overwrite, sourceHashes);
            if (_overwrite && File.Exists(Destination)) _disk.Replace(beside, Destination);
            else _disk.Move(beside, Destination);
            _folder!.Forget(beside);
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            throw MaskDestination.Unwritten(Destination, _overwrite);
        }
    }
}
