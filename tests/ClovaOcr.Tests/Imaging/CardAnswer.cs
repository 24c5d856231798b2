using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ClovaOcr.Cards;

namespace ClovaOcr.Tests.Imaging;

/// <summary>What the service says of a card that was sent upright, to be made wrong in one way or another.</summary>
internal sealed class CardAnswer
{
    public required string Kind { get; init; }

    /// <summary>The size of the picture that was sent.</summary>
    public required (int Width, int Height) Size { get; init; }

    public required List<Polygon> Rois { get; init; }

    public required List<Entry> Fields { get; init; }

    /// <summary>How much larger the service's own picture is (convertedImageInfo); null when it made none.</summary>
    public double? Conversion { get; set; }

    /// <summary>The first entry of the registration number.</summary>
    public Entry Number => Of("alienRegNum", "personalNum");

    /// <summary>A specimen's answer, as the vendor's page says it and the emulator gives it: boxes, and the number's right half padded as its mask.</summary>
    public static CardAnswer For(string specimen)
    {
        var truth = TestData.Truth(specimen);
        var (orientation, width, height) = ((int)truth["orientation"]!, (int)truth["width"]!, (int)truth["height"]!);
        var size = orientation >= 5 ? (height, width) : (width, height);
        var placement = new Placement(orientation, size.Item1, size.Item2);
        return new()
        {
            Kind = (string)truth["kind"]!,
            Size = size,
            Rois = [AreaOf(truth["card"]!)],
            Fields = [.. truth["fields"]!.AsObject().SelectMany(field => field.Value!.AsArray().Select(entry => EntryOf(field.Key, entry!)))],
        };

        Polygon AreaOf(JsonNode corners) => new(corners.AsArray().Select(c => placement.ToUpright(new((double)c![0]!, (double)c[1]!))));

        Entry EntryOf(string name, JsonNode entry)
        {
            var box = AreaOf(entry["box"]!);
            return new(name, (string)entry["text"]!)
            {
                Boxes = [box],
                Masks = name switch
                {
                    "alienRegNum" or "personalNum" => [Within(Within(box, 0.5, 0, 1, 1), 0, 0, 1, 1, padding: 0.1)],
                    "alienRegNumEtc" => [Within(box, 0, 0, 1, 1, padding: 0.1)],
                    _ => [],
                },
            };
        }
    }

    /// <summary>An area in the frame of another: 0,0 is its upper left corner as it is read, 1,1 the lower right one.</summary>
    public static Polygon Within(Polygon box, double left, double top, double right, double bottom, double padding = 0)
    {
        var (origin, across, down) = (box.Vertices[0], box.Vertices[1], box.Vertices[3]);
        var pad = padding * origin.DistanceTo(down) / origin.DistanceTo(across);
        (left, right, top, bottom) = (left - pad, right + pad, top - padding, bottom + padding);
        return new([At(left, top), At(right, top), At(right, bottom), At(left, bottom)]);

        PixelPoint At(double x, double y) => new(
            origin.X + (x * (across.X - origin.X)) + (y * (down.X - origin.X)), origin.Y + (x * (across.Y - origin.Y)) + (y * (down.Y - origin.Y)));
    }

    public Entry Of(params string[] names) => Fields.First(field => names.Contains(field.Name));

    /// <summary>The answer as the service writes it.</summary>
    public string ToJson()
    {
        var scale = Conversion ?? 1;
        var image = new JsonObject
        {
            ["inferResult"] = "SUCCESS",
            ["idCard"] = new JsonObject
            {
                ["result"] = new JsonObject
                {
                    ["isConfident"] = true,
                    [Kind] = new JsonObject(Fields.GroupBy(field => field.Name).Select(field =>
                        KeyValuePair.Create(field.Key, (JsonNode?)new JsonArray([.. field.Select(EntryNode)])))),
                    ["rois"] = Areas(Rois),
                },
            },
        };
        if (Conversion is not null)
        {
            image["convertedImageInfo"] = new JsonObject
            {
                ["width"] = Math.Round(Size.Width * scale), ["height"] = Math.Round(Size.Height * scale), ["pageIndex"] = 0,
            };
        }

        return new JsonObject { ["version"] = "V2", ["requestId"] = "r", ["timestamp"] = 1, ["images"] = new JsonArray(image) }.ToJsonString();

        JsonNode EntryNode(Entry entry) => new JsonObject
        {
            ["text"] = entry.Text,
            ["formatted"] = new JsonObject { ["value"] = entry.Text },
            ["boundingPolys"] = Areas(entry.Boxes),
            ["maskingPolys"] = Areas(entry.Masks),
        };

        JsonArray Areas(IEnumerable<Polygon> areas) => new([.. areas.Select(area => (JsonNode)new JsonObject
        {
            ["vertices"] = new JsonArray([.. area.Vertices.Select(p => new JsonObject { ["x"] = (float)(p.X * scale), ["y"] = (float)(p.Y * scale) })]),
        })]);
    }

    /// <summary>One entry of one field.</summary>
    internal sealed record Entry(string Name, string Text)
    {
        public List<Polygon> Boxes { get; set; } = [];

        public List<Polygon> Masks { get; set; } = [];

        /// <summary>The first box.</summary>
        public Polygon Box => Boxes[0];
    }
}
