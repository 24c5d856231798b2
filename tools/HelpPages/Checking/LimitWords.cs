using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace HelpPages.Checking;

/// <summary>How pages of a culture say a parameter's limits and its value without it.</summary>
internal sealed record LimitWords
{
    private const string Number = @"(\d+(?:,\d{3})*)";

    /// <summary>The words of each culture that help can be written in.</summary>
    public static IReadOnlyDictionary<string, LimitWords> ByCulture { get; } = new Dictionary<string, LimitWords>
    {
        ["en-US"] = new()
        {
            Range = new($@"\b{Number} to {Number}\b"),
            First = new($@"\bfrom {Number}\b"),
            Default = new($@"\bby default {Number}(?: \((\w+)\))?"),
            DefaultValue = new(@"\b([A-Za-z]\w*) \(default\)"),
            RangeExample = "{0} to {1}",
            DefaultExample = "by default {0}",
        },
        ["ko-KR"] = new()
        {
            Range = new($"{Number}~{Number}"),
            First = new($"{Number}부터"),
            Default = new($@"기본값은 {Number}(?:\((\w+)\))?"),
            DefaultValue = new(@"([A-Za-z][A-Za-z0-9]*)\(기본값\)"),
            RangeExample = "{0}~{1}",
            DefaultExample = "기본값은 {0}",
        },
    };

    /// <summary>The lowest and the highest value.</summary>
    public required Regex Range { get; init; }

    /// <summary>The lowest value alone.</summary>
    public required Regex First { get; init; }

    /// <summary>The number that is taken without the parameter, and perhaps as PowerShell writes it shorter.</summary>
    public required Regex Default { get; init; }

    /// <summary>The one of its named values that is taken without the parameter.</summary>
    public required Regex DefaultValue { get; init; }

    /// <summary>What <see cref="Range"/> finds, for a message.</summary>
    public required string RangeExample { get; init; }

    /// <summary>What <see cref="Default"/> finds, for a message.</summary>
    public required string DefaultExample { get; init; }
}
