using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>JSON as the objects that <c>ConvertFrom-Json</c> makes of it, and back; that command is not in every host of the engine.</summary>
internal static class JsonTree
{
    private static readonly string[] Reserved = ["psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    /// <summary>Reads JSON whose outermost value is an object.</summary>
    public static PSObject Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (PSObject)ToObject(document.RootElement)!;
    }

    /// <summary>Writes an object of <see cref="Parse"/>'s or <c>ConvertFrom-Json</c>'s as JSON.</summary>
    /// <exception cref="ClovaOcrException">It nests deeper than any answer, or in a circle.</exception>
    public static string Write(PSObject root) => JsonSerializer.Serialize(ToPlain(root, depth: 0));

    private static object? ToObject(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var tree = new PSObject();
                foreach (var member in element.EnumerateObject())
                {
                    // PowerShell's names ignore case, cannot be empty, and some are its own; of duplicates the last one wins.
                    if (member.Name.Length == 0 || Reserved.Contains(member.Name, StringComparer.OrdinalIgnoreCase)) continue;
                    var value = ToObject(member.Value);
                    if (tree.Properties[member.Name] is { } earlier) earlier.Value = value;
                    else tree.Properties.Add(new PSNoteProperty(member.Name, value));
                }

                return tree;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(ToObject).ToArray();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? whole : element.TryGetDouble(out var number) ? number : element.GetRawText();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }

    private static object? ToPlain(object? value, int depth)
    {
        const int MaximumDepth = 32;
        if (depth > MaximumDepth)
            throw new ClovaOcrException(ClovaOcrErrorKind.UnexpectedResponse, "The object nests deeper than any answer of the service.");
        var plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        return plain switch
        {
            PSObject tree => tree.Properties.ToDictionary(property => property.Name, property => ToPlain(property.Value, depth + 1)),
            System.Collections.IDictionary table => table.Keys.Cast<object>().ToDictionary(
                key => key.ToString()!, key => ToPlain(table[key], depth + 1)),
            double number when double.IsNaN(number) || double.IsInfinity(number) => null,
            string or bool or int or long or double or decimal or null => plain,
            DateTime moment => moment.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
            System.Collections.IEnumerable list => list.Cast<object?>().Select(item => ToPlain(item, depth + 1)).ToArray(),
            _ => LanguagePrimitives.ConvertTo<string>(plain),
        };
    }
}
