using System.Collections.Generic;
using System.Linq;
using HelpPages.Text;

namespace HelpPages.Reading;

/// <summary>A head and what stands below it.</summary>
/// <param name="Title">The head.</param>
/// <param name="Level">How deep: 2 for the sections of a page.</param>
/// <param name="Line">The head's line, from 1.</param>
/// <param name="Blocks">What stands before the next head.</param>
/// <param name="Links">The links in there.</param>
internal sealed record Section(string Title, int Level, int Line, IReadOnlyList<TextBlock> Blocks, IReadOnlyList<PageLink> Links)
{
    /// <summary>The sections one level below.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>This section and all below it, in order.</summary>
    public IEnumerable<Section> WithAllBelow() => Sections.SelectMany(section => section.WithAllBelow()).Prepend(this);

    /// <summary>The fenced code in here and below.</summary>
    public IEnumerable<Code> AllCode() => WithAllBelow().SelectMany(section => section.Blocks).OfType<Code>();
}
