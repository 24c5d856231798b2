using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Platform;

namespace ClovaOcr.Imaging;

/// <summary>
/// The masked copies that one run writes: never over a picture that was given to be masked, never two in one place, each whole or not at
/// all. Copies and the folders made for them are for their owner alone on Linux and macOS; on Windows they have the rights of the folder.
/// </summary>
public sealed class MaskOutput : IDisposable
{
    private readonly Disk _disk;
    private readonly bool _overwrite;
    private readonly HashSet<string> _taken = new(FileNameComparer.Instance);
    private readonly HashSet<string> _sources = new(FileNameComparer.Instance);
    private readonly HashSet<string> _sourceHashes = [];
    private readonly HashSet<string> _ensured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tidied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StagingFolder> _staging = new(StringComparer.Ordinal);

    /// <summary>Begins a run.</summary>
    /// <param name="overwrite">Whether other files may be overwritten.</param>
    public MaskOutput(bool overwrite)
        : this(overwrite, Disk.Real)
    {
    }

    internal MaskOutput(bool overwrite, Disk disk) => (_overwrite, _disk) = (overwrite, disk);

    /// <summary>Whether copies are only checked for, and nothing is written or removed.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Takes note of a picture that must not be overwritten.</summary>
    /// <param name="path">Its path; null when it has none.</param>
    /// <param name="hash">Its SHA-256; null when that is not known.</param>
    public void AddSource(string? path, string? hash)
    {
        if (path is not null) _sources.Add(path);
        if (hash is not null) _sourceHashes.Add(hash);
    }

    /// <summary>Says early that a copy cannot be put somewhere. What runs left there that were killed is removed.</summary>
    /// <param name="sourcePath">The picture of which it is one.</param>
    /// <param name="destination">The copy's path.</param>
    /// <exception cref="ClovaOcrException">
    /// The place is that of another copy of this run or of a picture, or there is a file that is not to be overwritten, a link or a folder.
    /// </exception>
    public void Check(string sourcePath, string destination)
    {
        if (!IsDryRun) Tidy(destination);
        if (_taken.Contains(destination)) throw MaskDestination.IsConflict(sourcePath);
        if (_sources.Contains(destination)) throw MaskDestination.IsSource(destination);
        MaskDestination.Check(destination, _overwrite, _sourceHashes);
    }

    /// <summary>Writes a copy beside its destination and reads it back. Its place is taken from then on.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="destination">Its path, in a folder that is made if it is not there.</param>
    /// <exception cref="ClovaOcrException">It cannot be written; nothing is left behind.</exception>
    public StagedCopy Stage(MaskedCopy copy, string destination)
    {
        MaskDestination.RefuseForeignExtension(copy.Picture.Format, destination);
        try
        {
            var folder = Path.GetDirectoryName(destination)!;
            if (!_ensured.Contains(folder)) _disk.EnsureFolder(folder);
            _ensured.Add(folder);
            Tidy(destination);
            MaskDestination.Check(destination, _overwrite, [copy.SourceHash]);
            var staged = IsInPlace(copy, destination)
                ? new StagedCopy(_disk, destination)
                : Write(copy, StagingIn(folder), destination);
            _taken.Add(destination);
            return staged;
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            throw MaskDestination.Unwritten(destination, _overwrite);
        }
    }

    /// <summary>Moves a staged copy to its destination. Once this is done, it is there to stay.</summary>
    /// <exception cref="ClovaOcrException">There is a picture that was given to be masked, or it cannot be written.</exception>
    public void MoveIntoPlace(StagedCopy staged)
    {
        if (_sources.Contains(staged.Destination)) throw MaskDestination.IsSource(staged.Destination);
        staged.MoveIntoPlace(_sourceHashes);
    }

    /// <summary>Removes the copies that were not put in their places because the run was ended.</summary>
    public void Dispose()
    {
        foreach (var staging in _staging.Values) staging.Dispose();
        _staging.Clear();
    }

    private static bool IsInPlace(MaskedCopy copy, string destination) => MaskDestination.Exists(destination)
        && new FileInfo(destination).Length == copy.Picture.Bytes.Length
        && SourceFile.HashOfFile(destination) == copy.Hash;

    private void Tidy(string destination)
    {
        if (Path.GetDirectoryName(destination) is { } folder && !_tidied.Contains(folder) && Directory.Exists(folder) && _tidied.Add(folder))
            StagingFolder.RemoveAbandoned(_disk, folder);
    }

    private StagingFolder StagingIn(string folder)
    {
        if (_staging.TryGetValue(folder, out var staging)) return staging;

        // Pictures may be in thousands of folders, each with its copy beside it.
        foreach (var left in _staging.Where(other => !other.Value.IsInUse).ToArray())
        {
            left.Value.Dispose();
            _staging.Remove(left.Key);
        }

        return _staging[folder] = new StagingFolder(_disk, folder);
    }

    private StagedCopy Write(MaskedCopy copy, StagingFolder folder, string destination)
    {
        var beside = folder.NextName();
        try
        {
            using (var file = _disk.CreateNew(beside))
            {
                _disk.Write(file, 0, copy.Picture.Bytes);
                _disk.Flush(file);
            }

            return IsWritten(copy, beside)
                ? new StagedCopy(_disk, folder, beside, destination, _overwrite)
                : throw MaskDestination.NotReadBack(destination);
        }
        catch
        {
            folder.Remove(beside);
            throw;
        }
    }

    private static bool IsWritten(MaskedCopy copy, string beside)
    {
        try
        {
            return SourceFile.HashOfFile(beside) == copy.Hash;
        }
        catch (ClovaOcrException)
        {
            return false;
        }
    }
}
