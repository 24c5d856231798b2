using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Syntax;

namespace HelpPages.Reading;

/// <summary>Reads pages, and sees to it that each has the sections of its kind.</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>Reads the pages of a culture's folder; one with a problem is left out.</summary>
    public static CulturePages ReadFolder(string folder, ProjectAddress project, List<Problem> problems) => new(
        Path.GetFileName(folder),
        project.Shown(folder),
        [
            .. Directory.EnumerateFiles(folder, "*.md")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(file, project, problems))
                .OfType<Page>(),
        ]);

    private static Page? Read(string file, ProjectAddress project, List<Problem> problems)
    {
        var before = problems.Count;
        var shown = project.Shown(file);
        var culture = Path.GetFileName(Path.GetDirectoryName(file)!);
        var blocks = new BlockReader(file, project, problems);
        var all = new List<Section>();
        foreach (var block in Markdown.Parse(File.ReadAllText(file), Pipeline))
        {
            if (block is HeadingBlock head) all.Add(new Section(blocks.TextOf(head), head.Level, head.Line + 1, [], []));
            else if (all.Count > 0) all[^1] = blocks.Add(all[^1], block);
        }

        var name = Path.GetFileNameWithoutExtension(file);
        if (all.Count == 0 || all[0].Level != 1 || all[0].Title != name)
        {
            problems.Add(new(shown, 1, $"The page begins with its name: # {name}"));
            return null;
        }

        if (all[0].Blocks.Count > 0) problems.Add(new(shown, 2, "Nothing stands between the page's name and its first section."));
        var sections = Nest(all.Skip(1).ToList(), shown, problems);
        var titles = SectionTitles.ByCulture[culture];
        if (Page.IsTopicName(name)) CheckTitles(sections, titles.OfTopic, takesMore: true, shown, problems);
        else CheckTitles(sections, titles.OfCommand, takesMore: false, shown, problems);
        return problems.Count == before ? new Page(shown, culture, name, project.Of(file), sections, blocks.CodeSpans) : null;
    }

    /// <summary>Puts each section into the one that it stands below.</summary>
    private static List<Section> Nest(List<Section> flat, string file, List<Problem> problems)
    {
        var nested = new List<Section>();
        for (var i = 0; i < flat.Count;)
        {
            var end = flat.FindIndex(i + 1, section => section.Level <= flat[i].Level);
            if (end < 0) end = flat.Count;
            if (end > i + 1 && flat[i + 1].Level != flat[i].Level + 1)
                problems.Add(new(file, flat[i + 1].Line, "A head is one level below the one that it belongs to."));
            nested.Add(flat[i] with { Sections = Nest(flat.GetRange(i + 1, end - i - 1), file, problems) });
            i = end;
        }

        return nested;
    }

    /// <summary>A topic may have sections of its own, between the first and the last that each has.</summary>
    private static void CheckTitles(List<Section> sections, IReadOnlyList<string> expected, bool takesMore, string file, List<Problem> problems)
    {
        var all = string.Join(", ", expected);
        foreach (var section in sections.Where(section => section.Level != 2 || (!takesMore && !expected.Contains(section.Title))))
            problems.Add(new(file, section.Line, $"There is no section \"{section.Title}\" in such a page, but: {all}."));
        foreach (var title in expected.Except(sections.Select(section => section.Title)))
            problems.Add(new(file, 1, $"The section \"{title}\" is missing."));
        foreach (var section in sections.Where((section, i) => sections.FindIndex(first => first.Title == section.Title) < i))
            problems.Add(new(file, section.Line, $"The section \"{section.Title}\" is there twice."));
        var order = sections.Where(section => expected.Contains(section.Title)).Select(section => section.Title).ToList();
        var isInOrder = order.SequenceEqual(expected) && sections[0].Title == expected[0] && sections[^1].Title == expected[^1];
        if (order.Count == expected.Count && !isInOrder) problems.Add(new(file, 1, $"The sections come in this order: {all}."));
    }
}
