using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClovaOcr.Emulator.Reading;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>Writes answers with the members of the vendor page's samples, in their order.</summary>
internal static class AnswerWriter
{
    // Written as it stands: the service gives 0.0 for every field, which means that it does not say.
    private const string NoConfidence = "0.0";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> IdTypes = new()
    {
        ["ac"] = "Alien Registration Card",
        ["ic"] = "ID Card",
        ["dl"] = "Driver's License",
        ["pp"] = "Passport",
    };

    // The order of the vendor page's sample; there is none for the other cards, whose fields stand as they are given.
    private static readonly string[] AlienCardFields =
        ["alienRegNum", "sex", "name", "nationality", "visaType", "issueDate", "authority", "authorityEng", "alienRegNumEtc"];

    /// <summary>The answer with HTTP 200; a card only with <see cref="InferResult.SUCCESS"/>.</summary>
    public static byte[] Answer(CardRequest call, CardInference inference, bool withConfidence, DateTimeOffset now) => Write(json =>
    {
        json.WriteString("version", "V2");
        json.WriteString("requestId", call.RequestId);
        json.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("images");
        json.WriteStartObject();
        json.WriteString("uid", Guid.NewGuid().ToString("N"));
        json.WriteString("name", call.ImageName);
        json.WriteString("inferResult", inference.Result.ToString());
        json.WriteString("message", inference.Message);
        json.WriteStartObject("validationResult");
        json.WriteString("result", "NO_REQUESTED");
        json.WriteEndObject();
        if (inference.Page is { } page) WritePage(json, page);
        if (inference.Face is { } face) WriteCard(json, face, withConfidence);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <summary>The body of an answer that is not HTTP 200.</summary>
    public static byte[] Answer(Refusal refusal, string path, DateTimeOffset now) => Write(json =>
    {
        if (refusal.IsGateway)
        {
            json.WriteStartObject("error");
            json.WriteString("errorCode", refusal.Code);
            json.WriteString("message", refusal.Message);
            json.WriteEndObject();
            return;
        }

        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteString("path", path);
        json.WriteString("traceId", Guid.NewGuid().ToString("N"));
        json.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
    });

    // The page's table has it between the validation and the card; a service that reads one page has converted the first.
    private static void WritePage(Utf8JsonWriter json, ConvertedPage page)
    {
        json.WriteStartObject("convertedImageInfo");
        json.WriteNumber("width", page.Width);
        json.WriteNumber("height", page.Height);
        json.WriteNumber("pageIndex", 0);
        json.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter json, CardFace face, bool withConfidence)
    {
        json.WriteStartObject("idCard");
        json.WriteStartObject("meta");
        json.WriteString("estimatedLanguage", face.Language);
        json.WriteEndObject();
        json.WriteStartObject("result");
        json.WriteBoolean("isConfident", face.IsConfident);
        json.WriteStartObject(face.Kind);
        foreach (var (field, entries) in InOrder(face)) WriteField(json, field, entries, withConfidence);
        json.WriteEndObject();
        WritePolygons(json, "rois", [face.Border]);
        json.WriteString("idtype", IdTypes[face.Kind]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<PrintedEntry>>> InOrder(CardFace face) =>
        face.Kind == "ac" ? face.Fields.OrderBy(field => Array.IndexOf(AlienCardFields, field.Key)) : face.Fields;

    private static void WriteField(Utf8JsonWriter json, string field, IReadOnlyList<PrintedEntry> entries, bool withConfidence)
    {
        json.WriteStartArray(field);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("text", entry.Text);
            json.WriteStartObject("formatted");
            if (entry.Date is { } date)
            {
                json.WriteString("year", date.Year);
                json.WriteString("month", date.Month);
                json.WriteString("day", date.Day);
            }
            else
            {
                json.WriteString("value", entry.Text);
            }

            json.WriteEndObject();
            json.WriteString("keyText", "");
            json.WritePropertyName("confidenceScore");
            json.WriteRawValue(withConfidence ? entry.Confidence.ToString("F4", CultureInfo.InvariantCulture) : NoConfidence);
            WritePolygons(json, "boundingPolys", [entry.Box]);
            WritePolygons(json, "maskingPolys", MaskingRule.Masks(field, entry.Box));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePolygons(Utf8JsonWriter json, string name, IEnumerable<Quad> polygons)
    {
        json.WriteStartArray(name);
        foreach (var polygon in polygons)
        {
            json.WriteStartObject();
            json.WriteStartArray("vertices");
            foreach (var corner in polygon.Corners)
            {
                json.WriteStartObject();
                WriteCoordinate(json, "x", corner.X);
                WriteCoordinate(json, "y", corner.Y);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A coordinate as the service prints it: single precision, with a fraction even if it is zero.</summary>
    private static void WriteCoordinate(Utf8JsonWriter json, string name, double value)
    {
        var text = ((float)value).ToString("R", CultureInfo.InvariantCulture);
        json.WritePropertyName(name);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
