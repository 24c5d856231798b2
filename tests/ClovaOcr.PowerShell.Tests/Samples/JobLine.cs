using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>A command line of a sample, word by word, that runs the nightly script.</summary>
/// <param name="Words">All of it, without quotation marks.</param>
internal sealed record JobLine(IReadOnlyList<string> Words)
{
    private const string ScriptName = "Invoke-NightlyCardOcr.ps1";

    /// <summary>What stands behind the script.</summary>
    public IEnumerable<string> Arguments => Words.SkipWhile(word => !word.EndsWith(ScriptName, StringComparison.Ordinal)).Skip(1);

    /// <summary>Splits a line at its blanks; words may be in quotation marks.</summary>
    public static JobLine Parse(string line) =>
        new([.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);

    /// <summary>The line as a script that runs the nightly one as its file would, with places of a test's own.</summary>
    /// <param name="script">An expression for the nightly script's file.</param>
    /// <param name="places">What a word begins with, and what takes its place.</param>
    public string ToScript(string script, params (string Named, string Place)[] places) =>
        $"& {script} {string.Join(' ', Arguments.Select(word => word.StartsWith('-') ? word : Quoted(Placed(word, places))))}; $LASTEXITCODE";

    private static string Placed(string word, (string Named, string Place)[] places)
    {
        foreach (var (named, place) in places)
            if (word.StartsWith(named, StringComparison.Ordinal)) return place + word[named.Length..];
        return word;
    }

    private static string Quoted(string word) => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";
}
