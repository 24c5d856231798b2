using System.Collections.Generic;

namespace HelpPages.Reading;

/// <summary>How the sections of a page are called in each culture. A page has all of its kind, in this order.</summary>
internal sealed record SectionTitles
{
    private static readonly SectionTitles English = new()
    {
        Synopsis = "Synopsis",
        Description = "Description",
        Examples = "Examples",
        Parameters = "Parameters",
        Inputs = "Inputs",
        Outputs = "Outputs",
        Notes = "Notes",
        RelatedLinks = "Related links",
        ShortDescription = "Short description",
        LongDescription = "Long description",
        SeeAlso = "See also",
        Topic = "Topic",
        Example = "Example",
        OnlineVersion = "Online version",
        None = "None",
    };

    private static readonly SectionTitles Korean = new()
    {
        Synopsis = "개요",
        Description = "설명",
        Examples = "예제",
        Parameters = "매개 변수",
        Inputs = "입력",
        Outputs = "출력",
        Notes = "참고",
        RelatedLinks = "관련 링크",
        ShortDescription = "간단한 설명",
        LongDescription = "자세한 설명",
        SeeAlso = "참고 항목",
        Topic = "항목",
        Example = "예제",
        OnlineVersion = "온라인 버전",
        None = "없음",
    };

    /// <summary>The cultures that help can be written in.</summary>
    public static IReadOnlyDictionary<string, SectionTitles> ByCulture { get; } =
        new Dictionary<string, SectionTitles> { ["en-US"] = English, ["ko-KR"] = Korean };

    public required string Synopsis { get; init; }

    public required string Description { get; init; }

    public required string Examples { get; init; }

    public required string Parameters { get; init; }

    public required string Inputs { get; init; }

    public required string Outputs { get; init; }

    public required string Notes { get; init; }

    public required string RelatedLinks { get; init; }

    public required string ShortDescription { get; init; }

    public required string LongDescription { get; init; }

    public required string SeeAlso { get; init; }

    /// <summary>The head above a topic's name; no section of the page.</summary>
    public required string Topic { get; init; }

    /// <summary>The word before an example's number; no section of the page.</summary>
    public required string Example { get; init; }

    /// <summary>The words of the link to the page itself; no section of the page.</summary>
    public required string OnlineVersion { get; init; }

    /// <summary>The title in place of a type where nothing goes in or comes out; no section of the page.</summary>
    public required string None { get; init; }

    /// <summary>The sections of a command's page.</summary>
    public IReadOnlyList<string> OfCommand => [Synopsis, Description, Examples, Parameters, Inputs, Outputs, Notes, RelatedLinks];

    /// <summary>The sections of an about topic.</summary>
    public IReadOnlyList<string> OfTopic => [ShortDescription, LongDescription, SeeAlso];
}
