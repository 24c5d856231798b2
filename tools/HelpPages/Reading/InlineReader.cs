using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HelpPages.Reading;

/// <summary>Makes plain text of a paragraph, and keeps the code and the links that were in it.</summary>
internal sealed class InlineReader(string file, ProjectAddress project, List<Problem> problems)
{
    private readonly List<CodeSpan> _codeSpans = [];

    public IReadOnlyList<CodeSpan> CodeSpans => _codeSpans;

    /// <summary>The text of a paragraph or head.</summary>
    /// <param name="block">The paragraph or head.</param>
    /// <param name="links">Gets the links in it; null when nobody asks for them.</param>
    public string TextOf(LeafBlock block, List<PageLink>? links = null) => TextOf(block.Inline, block.Line + 1, links).Trim();

    private string TextOf(ContainerInline? inlines, int line, List<PageLink>? links)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>()) text.Append(TextOf(inline, line, links));
        return text.ToString();
    }

    private string TextOf(Inline inline, int line, List<PageLink>? links)
    {
        switch (inline)
        {
            case LiteralInline literal:
                return literal.Content.ToString();
            case CodeInline code:
                _codeSpans.Add(new(code.Content, line));
                return code.Content;
            case LineBreakInline end:
                return end.IsHard ? "\n" : " ";
            case HtmlEntityInline entity:
                return entity.Transcoded.ToString();
            case AutolinkInline address:
                links?.Add(new(address.Url, address.Url));
                return address.Url;
            case LinkInline { IsImage: false } link:
                return TextOf(link, line, links);
            case EmphasisInline emphasis:
                return TextOf((ContainerInline)emphasis, line, links);
            default:
                problems.Add(new(
                    project.Shown(file), line, "Help shows text, code and links; this line has something else, such as a picture or HTML."));
                return "";
        }
    }

    private string TextOf(LinkInline inline, int line, List<PageLink>? links)
    {
        var text = TextOf((ContainerInline)inline, line, links: null);
        var link = new PageLink(text, AddressOf(inline.Url ?? "", text, line));
        links?.Add(link);
        return link.Address is null || link.Address == text ? text : $"{text} ({link.Address})";
    }

    /// <summary>The address of a link; null for another page of the help, which is called by its name.</summary>
    private string? AddressOf(string url, string text, int line)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http") return url;
        var parts = url.Split('#');
        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            problems.Add(new(project.Shown(file), line, $"The link to {url} leads nowhere."));
            return null;
        }

        if (Path.GetDirectoryName(target) != Path.GetDirectoryName(file)) return string.Join('#', parts.Skip(1).Prepend(project.Of(target)));
        var name = Path.GetFileNameWithoutExtension(target);
        if (text != name)
        {
            problems.Add(new(
                project.Shown(file), line, $"The words of a link to another page of the help are its name, {name}: Get-Help finds it by that."));
        }

        return null;
    }
}
