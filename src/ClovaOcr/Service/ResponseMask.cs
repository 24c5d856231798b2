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
    // The members of an entry of a field whose numbers are not the card's.
    private static readonly string[] Measures = ["x", "y", "confidenceScore"];

    /// <summary>The answer's JSON with its numbers masked.</summary>
    /// <exception cref="JsonException">The text is not JSON; a <see cref="CardReading.Json"/> always is.</exception>
    public static string Apply(CardReading reading, NumberMask mask)
    {
        using var document = JsonDocument.Parse(reading.Json);
        using var buffer = new MemoryStream(reading.Json.Length);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Copy(document.RootElement, field: null, isMeasure: false, mask, writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static bool IsPlace(JsonElement number) =>
        number.TryGetDouble(out var value) && System.Math.Abs(value) <= ResponseParser.MaximumCoordinate;

    private static void Copy(JsonElement element, string? field, bool isMeasure, NumberMask mask, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(mask.Apply(member.Name)!);
                    Copy(member.Value, IdentityFields.Contains(member.Name) ? member.Name : field, Measures.Contains(member.Name), mask, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Copy(item, field, isMeasure, mask, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(mask.Apply(element.GetString(), field));
                break;
            case JsonValueKind.Number when !(isMeasure && IsPlace(element)) && mask.Apply(element.GetRawText(), field) is var masked && masked != element.GetRawText():
                writer.WriteStringValue(masked);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
