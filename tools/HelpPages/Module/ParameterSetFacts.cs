using System.Collections.Generic;

namespace HelpPages.Module;

/// <summary>One way of calling a command.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Parameters">Its parameters in the order of the syntax, each as it is in this set.</param>
internal sealed record ParameterSetFacts(string Name, IReadOnlyList<ParameterFacts> Parameters);
