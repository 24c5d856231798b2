using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;

namespace HelpPages.Module;

/// <summary>What the help's pages need to know of the sample scripts.</summary>
internal static class SampleScripts
{
    /// <summary>The names of all parameters of the scripts in a folder.</summary>
    public static IReadOnlySet<string> ReadParameters(string folder) => Directory.EnumerateFiles(folder, "*.ps1")
        .SelectMany(file => Parser.ParseFile(file, out _, out _).ParamBlock?.Parameters ?? Enumerable.Empty<ParameterAst>())
        .Select(parameter => parameter.Name.VariablePath.UserPath)
        .ToHashSet(StringComparer.Ordinal);
}
