using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Tests;

namespace LeakSearch;

/// <summary>
/// What files may hold because it was asked for or put there: short rules by place and kind, and the files that a test marked. Whatever
/// any other file holds is a finding.
/// </summary>
internal sealed class Allowances
{
    private static readonly (Func<string, bool> Covers, Allowance Allowance)[] Rules =
    [
        (file => IsIn(file, EvidenceFolder.Objects) || IsIn(file, EvidenceFolder.Transcripts), new(TellTale.Names, "a card has its holder's name, and tables show it")),
        (file => IsIn(file, EvidenceFolder.AskedFor), new(TellTale.Names | TellTale.Numbers, "the pipeline had -IncludeNumber")),
        (file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase), new(TellTale.Names, "a table of cards was exported")),
        (file => file.EndsWith(".trx", StringComparison.OrdinalIgnoreCase), new(TellTale.Names | TellTale.Numbers, "a test is called by what it is given")),
        (file => IsIn(file, EvidenceFolder.Marks), new(TellTale.None, "the marks themselves")),
    ];

    private readonly string _folder;
    private readonly Dictionary<string, Allowance> _marked = new(StringComparer.Ordinal);

    /// <summary>Reads the marks of a run.</summary>
    public Allowances(string folder)
    {
        _folder = Path.GetFullPath(folder);
        var marks = Path.Combine(folder, EvidenceFolder.Marks);
        foreach (var mark in Directory.Exists(marks) ? Directory.EnumerateFiles(marks) : []) Add(File.ReadAllLines(mark));
    }

    /// <summary>What a file may be called: tests call the pictures that they give by names and numbers, and a copy after its source, without the number.</summary>
    public static Allowance ForName(string file) => file.Contains(".masked.", StringComparison.Ordinal)
        ? new(TellTale.Names, "a copy is called after its source")
        : new(TellTale.Names | TellTale.Numbers | TellTale.Secrets, "a test called a file so");

    /// <summary>What a file may hold; null for nothing.</summary>
    /// <param name="file">The file, from the folder of the run.</param>
    public Allowance? For(string file) => _marked.TryGetValue(file, out var marked)
        ? marked
        : Rules.FirstOrDefault(rule => rule.Covers(file)).Allowance;

    private static bool IsIn(string file, string folder) => file.StartsWith(folder + '/', StringComparison.Ordinal);

    private void Add(string[] mark)
    {
        var file = Path.GetRelativePath(_folder, mark[1]).Replace('\\', '/');
        var before = _marked.TryGetValue(file, out var marked) ? marked.What : TellTale.None;
        _marked[file] = new Allowance(Enum.Parse<TellTale>(mark[0]) | before, mark[2]);
    }
}
