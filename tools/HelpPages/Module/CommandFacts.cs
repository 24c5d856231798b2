using System.Collections.Generic;

namespace HelpPages.Module;

/// <summary>A command as the module has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters without the common ones, in the order of the syntax.</param>
/// <param name="ParameterSets">Its ways of being called.</param>
/// <param name="OutputTypes">The full names of what it returns.</param>
/// <param name="InputTypes">The full names of what it takes from the pipeline.</param>
/// <param name="TakesAnyInput">Whether one of those is any object at all.</param>
internal sealed record CommandFacts(
    string Name,
    IReadOnlyList<ParameterFacts> Parameters,
    IReadOnlyList<ParameterSetFacts> ParameterSets,
    IReadOnlyList<string> OutputTypes,
    IReadOnlyList<string> InputTypes,
    bool TakesAnyInput);
