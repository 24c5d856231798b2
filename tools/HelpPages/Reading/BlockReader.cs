using System.Collections.Generic;
using System.Linq;
using HelpPages.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace HelpPages.Reading;

/// <summary>Takes the markdown off a page's blocks. What a console cannot show is a problem.</summary>
internal sealed class BlockReader(string file, ProjectAddress project, List<Problem> problems)
{
    private readonly InlineReader _inlines = new(file, project, problems);

    /// <summary>What has stood as code in sentences so far.</summary>
    public IReadOnlyList<CodeSpan> CodeSpans => _inlines.CodeSpans;

    /// <summary>The words of a head.</summary>
    public string TextOf(HeadingBlock head) => _inlines.TextOf(head);

    /// <summary>A section with one more block.</summary>
    public Section Add(Section section, Block block)
    {
        var links = new List<PageLink>();
        var read = Read(block, links);
        return section with { Blocks = [.. section.Blocks, .. read], Links = [.. section.Links, .. links] };
    }

    private IEnumerable<TextBlock> Read(Block block, List<PageLink> links)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                return [new Prose(_inlines.TextOf(paragraph, links))];
            case FencedCodeBlock code:
                return [new Code(code.Info ?? "", TextOf(code), code.Line + 1)];
            case CodeBlock code:
                return [new Code("", TextOf(code), code.Line)];
            case ListBlock list:
                return [new Items([.. list.Cast<ListItemBlock>().Select((item, i) => ItemOf(list, item, i, links))])];
            case Table table:
                return [new Grid([.. table.Cast<TableRow>().Select(row => CellsOf(row, links))])];
            case LinkReferenceDefinitionGroup:
                return [];
            default:
                problems.Add(new(
                    project.Shown(file), block.Line + 1, "Help shows paragraphs, lists, tables and fenced code; this is none of them."));
                return [];
        }
    }

    private static string TextOf(CodeBlock code) => code.Lines.ToString().TrimEnd('\n', '\r').ReplaceLineEndings("\n");

    private Item ItemOf(ListBlock list, ListItemBlock item, int index, List<PageLink> links)
    {
        var first = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        return new(list.IsOrdered ? $"{first + index}." : "-", [.. item.SelectMany(block => Read(block, links))]);
    }

    private IReadOnlyList<string> CellsOf(TableRow row, List<PageLink> links) =>
        [.. row.Cast<TableCell>().Select(cell => string.Join(" ", cell.OfType<ParagraphBlock>().Select(text => _inlines.TextOf(text, links))))];
}
