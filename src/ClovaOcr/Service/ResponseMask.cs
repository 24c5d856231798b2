using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClovaOcr.Cards;

namespace ClovaOcr.Service;

/// <summary>Writes an answer anew with every identity number in it masked, wherever it stands, and all else as it was.</summary>
public static class ResponseMask
{
    /// <summary>The answer's JSON with its numbers masked.</summary>
    /// <exception cref="JsonException">The text is not JSON; a <see cref="CardReading.Json"/> always is.</exception>
    public static string Apply(CardReading reading)
    {
        // A number is looked for in other members too: a passport's machine-readable lines and messages may repeat it.
        var numbers = reading.Fields
            .Where(field => IdentityFields.Contains(field.Name))
            .SelectMany(field => new[] { field.Text, field.Value })
            .OfType<string>()
            .Where(number => number.Length > 3)
            .Distinct()
            .OrderByDescending(number => number.Length)
            .ToArray();
        using var document = JsonDocument.Parse(reading.Json);
        using var buffer = new MemoryStream(reading.Json.Length);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Copy(document.RootElement, field: null, numbers, writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Copy(JsonElement element, string? field, IReadOnlyList<string> numbers, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(Masked(member.Name, field: null, numbers));
                    Copy(member.Value, IdentityFields.Contains(member.Name) ? member.Name : field, numbers, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Copy(item, field, numbers, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Masked(element.GetString()!, field, numbers));
                break;
            case JsonValueKind.Number when IdentityNumber.MaskWithin(element.GetRawText()) is var masked && masked != element.GetRawText():
                writer.WriteStringValue(masked);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Masked(string text, string? field, IReadOnlyList<string> numbers)
    {
        if (field is not null) return IdentityFields.Mask(field, text)!;
        foreach (var number in numbers)
            if (text.IndexOf(number, StringComparison.Ordinal) >= 0) text = text.Replace(number, IdentityNumber.Mask(number));
        return IdentityNumber.MaskWithin(text);
    }
}
