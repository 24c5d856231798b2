using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>The samples' files, as they are in the checkout.</summary>
internal static class SampleFile
{
    public static string Folder { get; } = Path.Combine(Checkout.Root, "samples");

    /// <summary>A script with functions for what the samples call that is not everywhere.</summary>
    public static string StandIns { get; } = Path.Combine(Checkout.Root, "tests", "ClovaOcr.PowerShell.Tests", "Samples", "StandIns.ps1");

    public static string PathOf(string name) => Path.Combine(Folder, Path.Combine(name.Split('/')));

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The lines that are neither empty nor comments.</summary>
    public static string[] Lines(string name) => [.. File.ReadLines(PathOf(name)).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The scripts, but for the quickstart's own.</summary>
    public static IEnumerable<string> Scripts() => Directory.EnumerateFiles(Folder, "*.ps1", SearchOption.AllDirectories)
        .Where(file => !file.Contains("Quickstart", System.StringComparison.Ordinal));
}
