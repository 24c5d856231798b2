using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quickstart;

namespace ClovaOcr.PowerShell.Tests.Examples;

/// <summary>A fenced PowerShell block of a page.</summary>
/// <param name="Page">The page's path in the checkout, with slashes.</param>
/// <param name="Line">The number of the fence's line, from 1.</param>
/// <param name="Code">What a reader copies.</param>
/// <param name="Words">
/// What the fence says beside the language: <c>pwsh</c> needs commands that the engine's package lacks, <c>windows</c> needs Windows,
/// <c>checkout</c> is typed in the checkout's folder.
/// </param>
internal sealed record MarkdownExample(string Page, int Line, string Code, IReadOnlySet<string> Words)
{
    private const string Fence = "```";

    /// <summary>Whether it can be run in the engine alone, on any system.</summary>
    public bool RunsInTheEngine => !Words.Contains("pwsh") && !Words.Contains("windows");

    public bool RunsInTheCheckout => Words.Contains("checkout");

    /// <summary>What a fence may say.</summary>
    public static IReadOnlyList<string> KnownWords { get; } = ["pwsh", "windows", "checkout"];

    /// <summary>Every page for readers: the README in each language, docs, and the samples' own.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Checkout.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "samples"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(page => !page.Contains("/bin/", StringComparison.Ordinal) && !page.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A page's examples from top to bottom.</summary>
    public static IReadOnlyList<MarkdownExample> Of(string page)
    {
        var examples = new List<MarkdownExample>();
        var lines = File.ReadAllLines(Path.Combine(Checkout.Root, page));
        for (var i = 0; i < lines.Length; i++)
        {
            var fence = lines[i].TrimStart();
            if (!fence.StartsWith(Fence, StringComparison.Ordinal)) continue;
            var end = Array.FindIndex(lines, i + 1, line => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal));
            if (end < 0) throw new InvalidDataException($"{page}, line {i + 1}: the block has no end.");
            var words = fence[Fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var indent = lines[i].Length - fence.Length;
            var code = string.Join('\n', lines[(i + 1)..end].Select(line => line.Length < indent ? line : line[indent..]));
            if (words is ["powershell", ..]) examples.Add(new(page, i + 1, code, words.Skip(1).ToHashSet(StringComparer.Ordinal)));
            i = end;
        }

        return examples;
    }

    public override string ToString() => $"{Page}, line {Line}";
}
