using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
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
    /// <exception cref="ClovaOcrException">It nests deeper or holds more than any answer, or it cannot be looked at.</exception>
    public static string Write(PSObject root)
    {
        try
        {
            return JsonSerializer.Serialize(new PlainValues().Of(root));
        }
        catch (Exception exception) when (exception is not (ClovaOcrException or PipelineStoppedException))
        {
            // A property may be a script that throws anything.
            throw new ClovaOcrException(ClovaOcrErrorKind.UnexpectedResponse, "The object cannot be read as an answer of the service.");
        }
    }

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

    /// <summary>Makes plain values of an object that is somebody else's: it may be deep, a circle, or a few parts that show each other many times.</summary>
    private sealed class PlainValues
    {
        private const int MaximumDepth = 32;
        private const int MaximumValues = 20_000;

        private int _values;

        public object? Of(object? value, int depth = 0)
        {
            if (depth > MaximumDepth || ++_values > MaximumValues)
                throw new ClovaOcrException(ClovaOcrErrorKind.UnexpectedResponse, "The object nests deeper, or holds more, than any answer of the service.");
            var plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
            return plain switch
            {
                PSObject tree => Table(tree.Properties.Select(property => (property.Name, (object?)property.Value)), depth),
                IDictionary table => Table(table.Keys.Cast<object>().Select(key => (key.ToString()!, (object?)table[key])), depth),
                double number when double.IsNaN(number) || double.IsInfinity(number) => null,
                string or bool or int or long or double or decimal or null => plain,
                DateTime moment => moment.ToString("o", CultureInfo.InvariantCulture),
                IEnumerable list => list.Cast<object?>().Select(item => Of(item, depth + 1)).ToArray(),
                _ => LanguagePrimitives.ConvertTo<string>(plain),
            };
        }

        /// <summary>Of keys that are the same as text the last one wins, as of an answer's.</summary>
        private Dictionary<string, object?> Table(IEnumerable<(string Name, object? Value)> members, int depth)
        {
            var table = new Dictionary<string, object?>();
            foreach (var (name, value) in members) table[name] = Of(value, depth + 1);
            return table;
        }
    }
}
