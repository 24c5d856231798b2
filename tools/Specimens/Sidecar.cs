using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SkiaSharp;
using Specimens.Pictures;

namespace Specimens;

/// <summary>The JSON file beside a picture: what is printed on the card, and where. samples/cards/README.md describes its form.</summary>
internal sealed record Sidecar(
    string Image,
    string Kind,
    string? Content,
    string? Layout,
    int Width,
    int Height,
    int Orientation,
    string EstimatedLanguage,
    SKPoint[]? Card,
    SKPoint[]? QrCode,
    Dictionary<string, List<SidecarEntry>> Fields,
    Conditions? Picture)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new CornersConverter() },
    };

    public static Sidecar Of(Specimen specimen, ScannedCard scan)
    {
        var fields = new Dictionary<string, List<SidecarEntry>>();
        foreach (var (printed, box) in scan.Fields)
        {
            if (!fields.TryGetValue(printed.Name, out var entries)) fields.Add(printed.Name, entries = []);
            entries.Add(new(printed.Text, Part(printed.Date, "yyyy"), Part(printed.Date, "MM"), Part(printed.Date, "dd"), box));
        }

        var card = specimen.Card;
        return new(
            specimen.FileName,
            card.Kind,
            card.Content,
            card.Layout,
            scan.Width,
            scan.Height,
            scan.Orientation,
            card.Language,
            card.Content is null ? scan.Card : null,
            scan.QrCode,
            fields,
            specimen.Picture);

        static string? Part(DateOnly? date, string format) => date?.ToString(format, CultureInfo.InvariantCulture);
    }

    public static Sidecar Load(string path) => JsonSerializer.Deserialize<Sidecar>(File.ReadAllBytes(path), Format)!;

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");

    /// <summary>Four points on one line, <c>[[x,y],[x,y],[x,y],[x,y]]</c>, rounded to hundredths.</summary>
    private sealed class CornersConverter : JsonConverter<SKPoint[]>
    {
        public override SKPoint[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<float[][]>(ref reader)!.Select(pair => new SKPoint(pair[0], pair[1]))];

        public override void Write(Utf8JsonWriter writer, SKPoint[] value, JsonSerializerOptions options) =>
            writer.WriteRawValue($"[{string.Join(", ", value.Select(point => $"[{Number(point.X)}, {Number(point.Y)}]"))}]");

        // Adding zero makes a negative zero positive.
        private static string Number(float value) => (MathF.Round(value, 2) + 0f).ToString("0.##", CultureInfo.InvariantCulture);
    }
}

/// <summary>One text. A date has its year, month and day as well.</summary>
internal sealed record SidecarEntry(string Text, string? Year, string? Month, string? Day, SKPoint[] Box);
