using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>What is on a disk: folders, names, and the files' bytes.</summary>
internal sealed class DiskImage
{
    public HashSet<string> Folders { get; init; } = [];

    public Dictionary<string, int> Names { get; init; } = [];

    public Dictionary<int, byte[]> Contents { get; init; } = [];

    public DiskImage Copy() => new() { Folders = [.. Folders], Names = new(Names), Contents = new(Contents) };

    /// <summary>Applies a step that changes names, as far as it still can be.</summary>
    public void Apply(DiskStep step)
    {
        switch (step)
        {
            case DiskStep.Made made:
                Names[made.Path] = made.File;
                break;
            case DiskStep.FolderMade made:
                Folders.Add(made.Path);
                break;
            case DiskStep.Renamed renamed:
                if (Names.GetValueOrDefault(renamed.From, -1) == renamed.File) Names.Remove(renamed.From);
                Names[renamed.To] = renamed.File;
                break;
            case DiskStep.Removed removed:
                if (Names.GetValueOrDefault(removed.Path, -1) == removed.File) Names.Remove(removed.Path);
                break;
        }
    }

    /// <summary>Makes the folders and files below another folder than that which was recorded.</summary>
    public void WriteTo(string recordedRoot, string root)
    {
        foreach (var folder in Folders.Where(IsReachable).Order(StringComparer.Ordinal)) Directory.CreateDirectory(root + folder[recordedRoot.Length..]);
        foreach (var (path, file) in ReachableNames()) File.WriteAllBytes(root + path[recordedRoot.Length..], Contents.GetValueOrDefault(file, []));
    }

    /// <summary>Tells images apart that differ.</summary>
    public string Signature()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in Folders.Where(IsReachable).Order(StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes(folder + "\n"));
        foreach (var (path, file) in ReachableNames().OrderBy(name => name.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(SHA256.HashData(Contents.GetValueOrDefault(file, [])));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private IEnumerable<KeyValuePair<string, int>> ReachableNames() => Names.Where(name => IsReachable(Path.GetDirectoryName(name.Key)!));

    // Everything above the shortest of the folders is there anyway.
    private bool IsReachable(string folder) =>
        Folders.Contains(folder) && (Folders.All(other => other.Length >= folder.Length) || IsReachable(Path.GetDirectoryName(folder)!));
}
