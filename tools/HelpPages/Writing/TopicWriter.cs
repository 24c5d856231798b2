using System.Collections.Generic;
using System.Linq;
using HelpPages.Reading;
using HelpPages.Text;

namespace HelpPages.Writing;

/// <summary>Writes an about topic as PowerShell's own are written: heads at the margin, text indented, 80 columns wide.</summary>
internal static class TopicWriter
{
    private const int Width = 80;
    private const int Indent = 4;

    public static string Write(Page topic)
    {
        // Get-Help takes the fifth line for the summary in its list of topics, so that the short description is one line, however long.
        var lines = new List<string> { Head(topic.Titles.Topic), PlainLayout.Indented(topic.Title, Indent), "" };
        foreach (var section in topic.Sections) Add(section, section.Title == topic.Titles.ShortDescription ? int.MaxValue : Width, lines);
        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }

    private static void Add(Section section, int width, List<string> lines)
    {
        // A head of the third level stands between margin and text; one of the fourth is an entry, explained below it.
        var (head, headIndent, textIndent) = section.Level switch
        {
            2 => (Head(section.Title), 0, Indent),
            3 => (Head(section.Title), Indent / 2, Indent),
            _ => (section.Title, Indent, 2 * Indent),
        };
        lines.Add(PlainLayout.Indented(head, headIndent));
        lines.AddRange(PlainLayout.Lines(section.Blocks, width - textIndent).Select(line => PlainLayout.Indented(line, textIndent)));
        if (section.Blocks.Count > 0) lines.Add("");
        foreach (var below in section.Sections) Add(below, width, lines);
    }

    /// <summary>In capitals, as PowerShell's own; a head with letters that have none keeps the names in it as they are.</summary>
    private static string Head(string title) => title.All(char.IsAscii) ? title.ToUpperInvariant() : title;
}
