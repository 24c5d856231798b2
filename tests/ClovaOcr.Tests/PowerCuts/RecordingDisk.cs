using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Platform;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>Takes each step for real and writes it down. It may take no more of them, as if its process had been killed.</summary>
internal sealed class RecordingDisk : Disk
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _names = [];
    private readonly Dictionary<FileStream, int> _open = new(ReferenceEqualityComparer.Instance);
    private readonly List<DiskStep> _steps = [];
    private int _files;

    /// <summary>Begins with what is in a folder, all of which the disk has.</summary>
    public RecordingDisk(string root)
    {
        foreach (var folder in Directory.GetDirectories(root, "*", SearchOption.AllDirectories).Prepend(root)) Start.Folders.Add(folder);
        foreach (var path in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            Start.Contents[_files] = File.ReadAllBytes(path);
            Start.Names[path] = _names[path] = _files++;
        }
    }

    public DiskImage Start { get; } = new();

    public IReadOnlyList<DiskStep> Steps => _steps;

    /// <summary>How many more steps there are until the process is killed.</summary>
    public int StepsLeft { get; set; } = int.MaxValue;

    /// <summary>Called after each step.</summary>
    public Action? AfterStep { get; set; }

    public void Claim(int what) => Take(() => new DiskStep.Claimed(what));

    public override FileStream CreateNew(string path)
    {
        FileStream? file = null;
        Take(() =>
        {
            file = base.CreateNew(path);
            _open[file] = _names[path] = _files;
            return new DiskStep.Made(_files++, path);
        });
        return file!;
    }

    public override void CreateFolder(string path) => Take(() =>
    {
        base.CreateFolder(path);
        return new DiskStep.FolderMade(path);
    });

    public override void Write(FileStream file, long offset, byte[] bytes) => Take(() =>
    {
        base.Write(file, offset, bytes);
        return new DiskStep.Written(NumberOf(file), offset, bytes);
    });

    public override void SetLength(FileStream file, long length) => Take(() =>
    {
        base.SetLength(file, length);
        return new DiskStep.CutOff(NumberOf(file), length);
    });

    // The disk of the test need not be waited for: no power is cut but in the record.
    public override void Flush(FileStream file) => Take(() => new DiskStep.Flushed(NumberOf(file)));

    public override void Flush(string path) => Take(() => new DiskStep.Flushed(_names[path]));

    public override void FlushFolderOf(string path) => Take(() => new DiskStep.FolderFlushed(Path.GetDirectoryName(path)!));

    public override void Move(string from, string to) => Take(() =>
    {
        base.Move(from, to);
        return Renamed(from, to);
    });

    public override void Replace(string from, string to) => Take(() =>
    {
        base.Replace(from, to);
        return Renamed(from, to);
    });

    public override void Delete(string path) => Take(() =>
    {
        base.Delete(path);
        return _names.Remove(path, out var file) ? new DiskStep.Removed(file, path) : null;
    });

    private DiskStep.Renamed Renamed(string from, string to)
    {
        _names.Remove(from, out var file);
        _names[to] = file;
        return new DiskStep.Renamed(file, from, to);
    }

    private int NumberOf(FileStream file)
    {
        if (!_open.TryGetValue(file, out var number)) _open[file] = number = _names[file.Name];
        return number;
    }

    private void Take(Func<DiskStep?> step)
    {
        lock (_gate)
        {
            if (StepsLeft-- <= 0) throw new IOException("The process was killed.");
            if (step() is { } taken) _steps.Add(taken);
            AfterStep?.Invoke();
        }
    }
}
