using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ClovaOcr.Emulator.Reading.Specimens;

/// <summary>A picture of samples/cards and what its JSON file says is printed on it.</summary>
internal sealed class Specimen
{
    private Specimen(GrayImage shown, CardFace face)
    {
        (Shown, Face, Cells) = (shown, face, CellGrid.Of(shown));
        Texts = [.. face.Fields.SelectMany(field => field.Value).Select(entry => new TextCells(CellGrid.Under(entry.Box, shown), Cells))];
    }

    /// <summary>The picture as it is to be shown, in which form alone it is known.</summary>
    public GrayImage Shown { get; }

    /// <summary>What is printed, in pixels of <see cref="Shown"/>.</summary>
    public CardFace Face { get; }

    /// <summary>The brightness of <see cref="Shown"/>.</summary>
    public CellGrid Cells { get; }

    /// <summary>For each printed text its cells among <see cref="Cells"/>.</summary>
    public IReadOnlyList<TextCells> Texts { get; }

    /// <summary>Reads a specimen by its JSON file.</summary>
    /// <exception cref="InvalidDataException">The picture or its JSON file is damaged, or not there.</exception>
    public static Specimen Load(string sidecar)
    {
        try
        {
            return LoadPair(sidecar);
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or IndexOutOfRangeException or IOException)
        {
            throw new InvalidDataException($"{sidecar} does not describe a specimen: {exception.Message}", exception);
        }
    }

    private static Specimen LoadPair(string sidecar)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(sidecar));
        var truth = document.RootElement;
        var image = Path.Combine(Path.GetDirectoryName(sidecar)!, truth.GetProperty("image").GetString()!);
        using var stored = Picture.Decode(File.ReadAllBytes(image)) ?? throw new InvalidDataException($"{image} cannot be decoded.");
        var orientation = truth.GetProperty("orientation").GetInt32();
        var fields =
            from field in truth.GetProperty("fields").EnumerateObject()
            select KeyValuePair.Create(field.Name, (IReadOnlyList<PrintedEntry>)[.. field.Value.EnumerateArray().Select(entry => EntryOf(entry))]);
        return new Specimen(
            stored.Luminance.Turned(orientation),
            new CardFace(
                truth.GetProperty("kind").GetString()!,
                truth.GetProperty("estimatedLanguage").GetString()!,
                QuadOf(truth.GetProperty("card")),
                [.. fields]));

        PrintedEntry EntryOf(JsonElement entry) => new(entry.GetProperty("text").GetString()!, DateOf(entry), QuadOf(entry.GetProperty("box")));

        Quad QuadOf(JsonElement corners)
        {
            var points = corners.EnumerateArray()
                .Select(corner => Turning.ToShown(orientation, new Point(corner[0].GetDouble(), corner[1].GetDouble()), stored.Width, stored.Height))
                .ToArray();
            return new Quad(points[0], points[1], points[2], points[3]);
        }
    }

    private static PrintedDate? DateOf(JsonElement entry) => entry.TryGetProperty("year", out var year)
        ? new PrintedDate(year.GetString()!, entry.GetProperty("month").GetString()!, entry.GetProperty("day").GetString()!)
        : null;
}
