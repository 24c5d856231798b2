using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Examples;

/// <summary>The links of every page for readers.</summary>
public sealed class PageLinkSpecs
{
    private static readonly Regex Link = new(@"\]\((?<file>[^)#\s]*)(#(?<head>[^)]*))?\)");

    public static TheoryData<string> Pages => [.. MarkdownExample.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_pages_links_lead_to_files_and_heads_that_are_there(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, page))!;
        foreach (Match link in Link.Matches(string.Join('\n', Prose(page))))
        {
            var (file, head) = (link.Groups["file"].Value, link.Groups["head"].Value);
            if (file.Contains(':', StringComparison.Ordinal)) continue;
            var target = file.Length == 0 ? Path.Combine(Checkout.Root, page) : Path.GetFullPath(Path.Combine(folder, file));
            Assert.True(Path.Exists(target), $"{page}: {link.Value}");
            if (head.Length > 0) Assert.Contains(head, Prose(Path.GetRelativePath(Checkout.Root, target)).Select(Anchor));
        }
    }

    /// <summary>The lines that are not code.</summary>
    private static List<string> Prose(string page)
    {
        var prose = new List<string>();
        var isCode = false;
        foreach (var line in File.ReadLines(Path.Combine(Checkout.Root, page)))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode) prose.Add(line);
        }

        return prose;
    }

    /// <summary>How GitHub names the place of a head; nothing for another line.</summary>
    private static string? Anchor(string line) =>
        line.StartsWith('#') ? Regex.Replace(line.TrimStart('#').Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-') : null;
}
