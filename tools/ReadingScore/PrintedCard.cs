using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ReadingScore;

/// <summary>The truth beside a picture (samples/cards/README.md).</summary>
/// <param name="Path">The picture's file.</param>
/// <param name="Kind">The service's key for the card; <see cref="NoCard"/> where there is none.</param>
/// <param name="Border">The card's corners; null where there is none.</param>
/// <param name="QrCode">The code's corners, without its quiet zone; null where there is none.</param>
/// <param name="Fields">What is printed, by the service's names.</param>
/// <param name="Conditions">How the picture was made: its truth's <c>picture</c> object and the layout.</param>
internal sealed record PrintedCard(
    string Path,
    string Kind,
    Corners? Border,
    Corners? QrCode,
    IReadOnlyDictionary<string, FieldText[]> Fields,
    IReadOnlyDictionary<string, JsonElement> Conditions)
{
    public const string NoCard = "none";

    /// <summary>The pictures of a folder that have their truth beside them, in the order of their names.</summary>
    public static IEnumerable<PrintedCard> LoadAll(string folder) =>
        Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Load).OfType<PrintedCard>();

    /// <summary>Null for a JSON file that is not a picture's truth.</summary>
    private static PrintedCard? Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var truth = document.RootElement;
        if (!truth.TryGetProperty("image", out var image)) return null;
        var fields = truth.TryGetProperty("fields", out var printed)
            ? printed.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.EnumerateArray().Select(TextOf).ToArray())
            : [];
        var conditions = new[] { "layout", "estimatedLanguage", "orientation" }.Where(name => truth.TryGetProperty(name, out _))
            .ToDictionary(name => name, name => truth.GetProperty(name).Clone());
        if (truth.TryGetProperty("picture", out var picture))
            foreach (var condition in picture.EnumerateObject()) conditions[condition.Name] = condition.Value.Clone();
        return new PrintedCard(
            System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, image.GetString()!),
            truth.GetProperty("kind").GetString()!,
            CornersOf("card"),
            CornersOf("qrCode"),
            fields,
            conditions);

        Corners? CornersOf(string name) => truth.TryGetProperty(name, out var pairs) ? Corners.OfPairs(pairs) : null;
    }

    private static FieldText TextOf(JsonElement entry) => new(
        entry.TryGetProperty("year", out _) ? FieldText.DateOf(entry) : FieldText.Collapsed(entry.GetProperty("text").GetString()!),
        Corners.OfPairs(entry.GetProperty("box")));
}
