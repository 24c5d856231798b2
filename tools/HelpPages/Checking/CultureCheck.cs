using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation.Language;
using HelpPages.Reading;
using HelpPages.Text;

namespace HelpPages.Checking;

/// <summary>
/// Each culture's pages say the same: the same pages, heads, parameters, types and code, in the same order, and the same names and
/// figures in sentences.
/// </summary>
internal static class CultureCheck
{
    // What one language writes as a word, another may write in figures, up to here: a minute is 1분, nineteen is 19.
    private const decimal HighestWord = 19;

    public static void Run(CulturePages first, CulturePages other, List<Problem> problems)
    {
        foreach (var page in first.Pages)
        {
            if (other.Pages.FirstOrDefault(one => one.Title == page.Title) is { } translated) Compare(page, translated, problems);
            else problems.Add(new($"{other.Folder}/{page.Title}.md", 1, $"{page.File} has no page here."));
        }

        foreach (var page in other.Pages.Where(page => !first.Pages.Any(one => one.Title == page.Title)))
            problems.Add(new(page.File, 1, $"{first.Folder} has no such page."));
    }

    private static void Compare(Page page, Page translated, List<Problem> problems)
    {
        foreach (var (section, other) in page.Sections.Zip(translated.Sections))
        {
            Compare(page, translated, section, other, problems);
            var links = section.Links.Count(link => link.Address is null);
            if (section.Title == page.Titles.RelatedLinks && links != other.Links.Count(link => link.Address is null))
                problems.Add(new(translated.File, other.Line, $"{page.File} links to {links} pages of the help here."));
        }

        foreach (var span in page.CodeSpans.ExceptBy(translated.CodeSpans.Select(other => other.Text), span => span.Text))
            problems.Add(new(translated.File, 1, $"{page.File}({span.Line}) speaks of {span.Text}."));
        foreach (var span in translated.CodeSpans.ExceptBy(page.CodeSpans.Select(other => other.Text), span => span.Text))
            problems.Add(new(translated.File, span.Line, $"{page.File} does not speak of {span.Text}."));
    }

    private static void Compare(Page page, Page translated, Section section, Section other, List<Problem> problems)
    {
        var code = section.Blocks.OfType<Code>().Select(Meaning).ToList();
        var otherCode = other.Blocks.OfType<Code>().Select(Meaning).ToList();
        if (!code.SequenceEqual(otherCode, StringComparer.Ordinal))
            problems.Add(new(translated.File, other.Line, $"The code is not that of {page.File}({section.Line}); only comments may differ."));
        CompareFigures(page, translated, section, other, problems);
        if (section.Sections.Count != other.Sections.Count)
        {
            var (expected, found) = (section.Sections.Count, other.Sections.Count);
            problems.Add(new(translated.File, other.Line, $"{page.File}({section.Line}) has {expected} heads here, not {found}."));
            return;
        }

        foreach (var (below, otherBelow) in section.Sections.Zip(other.Sections))
        {
            if (IsName(below.Title) && below.Title != otherBelow.Title && below.Title != page.Titles.None)
                problems.Add(new(translated.File, otherBelow.Line, $"{page.File}({below.Line}) has {below.Title} here."));
            Compare(page, translated, below, otherBelow, problems);
        }
    }

    private static void CompareFigures(Page page, Page translated, Section section, Section other, List<Problem> problems)
    {
        var surplus = Figures.In(other).ToList();
        var missing = Figures.In(section).Where(figure => !surplus.Remove(figure)).ToList();
        if (missing.Count > 0) Report("says", missing);
        if (surplus.FindAll(figure => figure > HighestWord) is { Count: > 0 } added) Report("does not say", added);

        void Report(string what, List<decimal> figures)
        {
            var shown = string.Join(", ", figures.Select(figure => figure.ToString(CultureInfo.InvariantCulture)));
            problems.Add(new(translated.File, other.Line, $"{page.File}({section.Line}) {what} {shown} here."));
        }
    }

    /// <summary>Whether a head is the name of a parameter, a type or an error, which is the same in every language.</summary>
    private static bool IsName(string title) =>
        !title.Contains(' ', StringComparison.Ordinal)
        && (title[0] == '-' || title.Contains('.', StringComparison.Ordinal) || title.Skip(1).Any(char.IsUpper));

    /// <summary>A script without its comments and blank lines; other code as it is.</summary>
    private static string Meaning(Code code)
    {
        if (code.Language.Length > 0 && code.Language != "powershell") return code.Text;
        Parser.ParseInput(code.Text, out var tokens, out _);
        return string.Join(' ', tokens.Where(token => token.Kind is not (TokenKind.Comment or TokenKind.NewLine)).Select(token => token.Text));
    }
}
