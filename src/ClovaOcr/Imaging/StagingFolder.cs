using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using ClovaOcr.Platform;

namespace ClovaOcr.Imaging;

/// <summary>
/// The names of one run's staged copies in one folder, and an empty file whose lock tells other runs that this one is alive. Each copy's
/// name begins like that file's; it is made before the first of them and removed after the last.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private const string Prefix = ".clova-ocr-";
    private const string LockExtension = ".lock";

    // Nobody else makes a file of a fresh name; a run that tidies up may meet it in the moment before it is locked.
    private const int MaximumAttempts = 8;

    private static readonly Regex OwnName =
        new(@"\A\.clova-ocr-(?<run>[0-9a-f]{32})(-[0-9]{1,10}\.tmp|\.lock)\z", RegexOptions.CultureInvariant);

    private readonly Disk _disk;
    private readonly string _run;
    private readonly FileStream _lock;
    private readonly HashSet<string> _names = [];
    private int _count;

    /// <summary>Begins to stage copies in a folder.</summary>
    /// <exception cref="IOException">No file can be made there.</exception>
    public StagingFolder(Disk disk, string folder)
    {
        _disk = disk;
        for (var attempt = 1; ; attempt++)
        {
            _run = Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}");
            if (TryLock(disk, _run + LockExtension, attempt == MaximumAttempts) is not { } file) continue;
            _lock = file;
            return;
        }
    }

    /// <summary>Whether there are copies that were neither moved nor removed.</summary>
    public bool IsInUse => _names.Count > 0;

    /// <summary>A name for the next copy.</summary>
    public string NextName()
    {
        var name = FormattableString.Invariant($"{_run}-{++_count}.tmp");
        _names.Add(name);
        return name;
    }

    /// <summary>A copy was moved from here.</summary>
    public void Forget(string name) => _names.Remove(name);

    /// <summary>Removes a copy, unless it was moved or removed before.</summary>
    public void Remove(string name)
    {
        if (_names.Remove(name)) TryDelete(_disk, name);
    }

    /// <summary>Removes the copies that are left, and the sign of life.</summary>
    public void Dispose()
    {
        foreach (var name in _names) TryDelete(_disk, name);
        _names.Clear();
        _lock.Dispose();
        TryDelete(_disk, _run + LockExtension);
    }

    /// <summary>Removes what runs left in a folder that were killed. What cannot be removed stays, and no run is kept from its work.</summary>
    public static void RemoveAbandoned(Disk disk, string folder)
    {
        try
        {
            foreach (var file in Directory.GetFiles(folder, Prefix + "*"))
            {
                if (OwnName.Match(Path.GetFileName(file)) is not { Success: true } name) continue;
                var lockFile = Path.Combine(folder, $"{Prefix}{name.Groups["run"].Value}{LockExtension}");
                using (var abandoned = AbandonedFile.TryOpen(lockFile))
                {
                    if (abandoned is null && MaskDestination.Exists(lockFile)) continue;
                    if (file != lockFile) TryDelete(disk, file);
                }

                // Copies that are still to come in this list do without it.
                TryDelete(disk, lockFile);
            }
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            // A folder that may be written but not listed.
        }
    }

    private static FileStream? TryLock(Disk disk, string path, bool isLastAttempt)
    {
        try
        {
            var file = disk.CreateNew(path);
            if (File.Exists(path)) return file;
            file.Dispose();
        }
        catch (IOException) when (!isLastAttempt && File.Exists(path))
        {
            // It is locked by the one who will remove it.
        }

        return isLastAttempt ? throw new IOException("No file can be made in the folder.") : null;
    }

    private static void TryDelete(Disk disk, string path)
    {
        try
        {
            disk.Delete(path);
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            // The next run tries again.
        }
    }
}
