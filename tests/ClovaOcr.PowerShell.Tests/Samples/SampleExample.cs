using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>A command of a sample script as a reader is shown it: an example of its help, or an indented line of a page.</summary>
/// <param name="Script">The script's path below the samples, with slashes.</param>
/// <param name="Code">What the reader copies.</param>
internal sealed partial record SampleExample(string Script, string Code)
{
    public static IReadOnlyList<SampleExample> All { get; } =
    [
        .. SampleFile.Scripts().Order(StringComparer.Ordinal)
            .SelectMany(file => OfHelp(file).Concat(OfPages(file)).Select(code => new SampleExample(NameOf(file), code))),
    ];

    /// <summary>The folder in which it is typed, below the samples.</summary>
    public string Folder => Path.GetDirectoryName(Script)!;

    public static SampleExample[] Of(string script) => [.. All.Where(example => example.Script == script)];

    // The words behind an empty line explain.
    private static IEnumerable<string> OfHelp(string file) =>
        Parser.ParseFile(file, out _, out _).GetHelpContent().Examples
            .Select(example => example.ReplaceLineEndings("\n").Split("\n\n")[0].Trim());

    private static IEnumerable<string> OfPages(string file) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => CommandLine().Match(line).Groups["name"].Value == Path.GetFileName(file)).Select(line => line.Trim());

    private static string NameOf(string file) => Path.GetRelativePath(SampleFile.Folder, file).Replace('\\', '/');

    [GeneratedRegex(@"^ {4}\./(?<name>\S+\.ps1)")]
    private static partial Regex CommandLine();
}
