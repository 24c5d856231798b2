using System;
using System.Collections.Generic;
using System.Linq;

namespace HelpPages.Reading;

/// <summary>One page: a command's, or an about topic.</summary>
/// <param name="File">The file as messages name it.</param>
/// <param name="Culture">The culture it is written in.</param>
/// <param name="Title">The command's or topic's name.</param>
/// <param name="Address">Where it is read online.</param>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="CodeSpans">What stands as code in its sentences.</param>
internal sealed record Page(
    string File, string Culture, string Title, string Address, IReadOnlyList<Section> Sections, IReadOnlyList<CodeSpan> CodeSpans)
{
    public bool IsTopic => IsTopicName(Title);

    public SectionTitles Titles => SectionTitles.ByCulture[Culture];

    /// <summary>The section of a title; PageReader has seen to it that it is there.</summary>
    public Section this[string title] => Sections.First(section => section.Title == title);

    public static bool IsTopicName(string name) => name.StartsWith("about_", StringComparison.Ordinal);
}
