using System.Collections.Generic;

namespace HelpPages.Module;

/// <summary>A parameter as the module has it.</summary>
internal sealed record ParameterFacts
{
    public required string Name { get; init; }

    /// <summary>The type as a syntax line shows it, such as <c>String[]</c>.</summary>
    public required string TypeName { get; init; }

    public required bool IsSwitch { get; init; }

    public required bool IsArray { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The place without a name, from 0; null when the name has to be given.</summary>
    public required int? Position { get; init; }

    public required bool TakesPipeline { get; init; }

    public required bool TakesPipelineByName { get; init; }

    public required bool TakesWildcards { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The only values there are; empty when there is no list.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The lowest number that is taken; null when there is no limit.</summary>
    public required long? Minimum { get; init; }

    /// <summary>The highest number that is taken; null when there is no limit.</summary>
    public required long? Maximum { get; init; }

    /// <summary>The value without the parameter; null when there is none.</summary>
    public required string? Default { get; init; }
}
