using System.Collections.Generic;
using YamlDotNet.RepresentationModel;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>A list in a YAML file.</summary>
internal static class YamlLists
{
    public static IList<YamlNode> AsList(this YamlNode node) => ((YamlSequenceNode)node).Children;
}
