using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LeakSearch;

/// <summary>A search through all files of a folder, and what came of it.</summary>
internal sealed class SearchReport
{
    private readonly SortedDictionary<string, int> _allowed = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private readonly List<string> _unread = [];

    /// <summary>What was found where it does not belong.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Files that could not be read.</summary>
    public IReadOnlyList<string> Unread => _unread;

    /// <summary>Files searched.</summary>
    public int Files { get; private set; }

    /// <summary>Bytes searched.</summary>
    public long Bytes { get; private set; }

    /// <summary>Searches a folder and what is below it; links are not followed.</summary>
    public static SearchReport Of(string folder, SpellingSearch sought)
    {
        var report = new SearchReport();
        var allowances = new Allowances(folder);
        var search = new FileSearch(sought);
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var file in Directory.EnumerateFiles(folder, "*", everything).Order(StringComparer.Ordinal))
            report.Add(search, file, Path.GetRelativePath(folder, file).Replace('\\', '/'), allowances);
        report.Bytes = search.BytesRead;
        return report;
    }

    /// <summary>The report for people. What was found is not repeated.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var finding in _findings.Take(200))
            yield return string.Create(CultureInfo.InvariantCulture, $"FOUND {finding.Text.Owner} at {finding.Position} of {finding.File} ({finding.Form})");
        foreach (var file in _unread) yield return $"NOT READ {file}";
        foreach (var (reason, count) in _allowed) yield return $"{count} files hold something because {reason}.";
        yield return string.Create(CultureInfo.InvariantCulture, $"{Files} files of {Bytes / 1e6:0} MB searched, {_findings.Count} findings.");
    }

    private void Add(FileSearch search, string file, string name, Allowances allowances)
    {
        Files++;
        try
        {
            var found = search.Find(file, name).ToLookup(finding => finding.IsInName);
            Judge(found[true], Allowances.ForName(name));
            Judge(found[false], allowances.For(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _unread.Add($"{name}: {exception.GetType().Name}");
        }
    }

    private void Judge(IEnumerable<Finding> found, Allowance? allowance)
    {
        var isAllowed = found.ToLookup(finding => allowance is not null && allowance.What.HasFlag(finding.Text.Kind));
        _findings.AddRange(isAllowed[false]);
        if (isAllowed[true].Any()) _allowed[allowance!.Reason] = _allowed.GetValueOrDefault(allowance.Reason) + 1;
    }
}
