using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ReadingScore;

/// <summary>What the service answered.</summary>
/// <param name="Outcome">The card's key (ac, ic, dl, pp) if one was found; else the inferResult, or the HTTP status if it is not 200.</param>
/// <param name="IsConfident">The answer's word for that.</param>
/// <param name="Border">Its <c>rois</c>; null if it gives none.</param>
/// <param name="Fields">What it read, by the service's names.</param>
/// <param name="Time">From the call to its whole answer.</param>
internal sealed record GivenAnswer(string Outcome, bool IsConfident, Corners? Border, IReadOnlyDictionary<string, FieldText[]> Fields, TimeSpan Time)
{
    private static readonly string[] Keys = ["ac", "ic", "dl", "pp"];

    /// <summary>Whether a card was found, of whatever kind.</summary>
    public bool IsCard => Keys.Contains(Outcome);

    public static GivenAnswer Parse(int status, byte[] body, TimeSpan time)
    {
        if (status != 200) return None($"HTTP {status}");
        using var document = JsonDocument.Parse(body);
        var image = document.RootElement.GetProperty("images")[0];
        if (!image.TryGetProperty("idCard", out var card)) return None(image.GetProperty("inferResult").GetString()!);
        var result = card.GetProperty("result");
        var key = Keys.First(key => result.TryGetProperty(key, out _));
        return new GivenAnswer(
            key,
            result.GetProperty("isConfident").GetBoolean(),
            FirstOf(result, "rois"),
            result.GetProperty(key).EnumerateObject()
                .Select(field => (field.Name, Texts: field.Value.EnumerateArray().Select(TextOf).ToArray()))
                .Where(field => field.Texts.Length > 0)
                .ToDictionary(field => field.Name, field => field.Texts),
            time);

        GivenAnswer None(string outcome) => new(outcome, false, null, new Dictionary<string, FieldText[]>(), time);
    }

    private static FieldText TextOf(JsonElement entry)
    {
        var formatted = entry.GetProperty("formatted");
        return new FieldText(
            formatted.TryGetProperty("year", out _) ? FieldText.DateOf(formatted) : FieldText.Collapsed(formatted.GetProperty("value").GetString()!),
            FirstOf(entry, "boundingPolys"));
    }

    private static Corners? FirstOf(JsonElement owner, string polygons) =>
        owner.GetProperty(polygons).EnumerateArray().Select(Corners.OfVertices).FirstOrDefault();
}
