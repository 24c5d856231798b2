using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClovaOcr.Emulator.Tests;

/// <summary>What remains of JSON when every value is exchanged for an empty one of its kind.</summary>
internal static class JsonShape
{
    public static string Of(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', node.AsObject().Select(member => $"{member.Key}:{Of(member.Value)}"))}}}",

        // A list of things of one shape is told by one of them, however many there are.
        JsonValueKind.Array => $"[{string.Join('|', node.AsArray().Select(Of).Distinct())}]",
        JsonValueKind.String => "\"\"",
        JsonValueKind.Number => "0",
        JsonValueKind.True or JsonValueKind.False => "false",
        _ => "null",
    };
}
