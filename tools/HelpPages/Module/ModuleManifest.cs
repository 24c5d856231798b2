using System.Collections;
using System.IO;
using System.Management.Automation.Language;

namespace HelpPages.Module;

/// <summary>What the help takes from the module's manifest.</summary>
internal static class ModuleManifest
{
    /// <summary>The project's address, <c>PrivateData.PSData.ProjectUri</c>, without a slash at its end.</summary>
    public static string ReadProjectUri(string file)
    {
        var script = Parser.ParseFile(file, out _, out _);
        var manifest = (script.Find(part => part is HashtableAst, searchNestedScriptBlocks: false) as HashtableAst)?.SafeGetValue() as Hashtable;
        return ((manifest?["PrivateData"] as Hashtable)?["PSData"] as Hashtable)?["ProjectUri"] is string { Length: > 0 } address
            ? address.TrimEnd('/')
            : throw new InvalidDataException($"{file} has no PrivateData.PSData.ProjectUri, which the help's links are made of.");
    }
}
