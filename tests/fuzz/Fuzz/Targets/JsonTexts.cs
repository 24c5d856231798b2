using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>Every text of a JSON document: strings and the names of members.</summary>
internal static class JsonTexts
{
    public static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Of(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
