using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SkiaSharp;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>A picture as small as can be masked, of a card that is nobody's, and the service's right answer to it.</summary>
internal static class TinyCard
{
    public const string Name = "FULANO JUAN";
    public const string Number = "900101-6000001";
    public const string ShownNumber = "900101-6******";

    /// <summary>What of the number must never be seen.</summary>
    public const string Hidden = "6000001";

    private const int Width = 240;
    private const int Height = 151;

    /// <summary>Writes pictures of different bytes, each with its number as the last four of them.</summary>
    /// <returns>Their files, in the order of their numbers.</returns>
    public static string[] Write(string folder, int count)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using (var canvas = new SKCanvas(bitmap))
        using (var ink = new SKPaint { Color = SKColors.Black })
        {
            canvas.Clear(SKColors.LightSteelBlue);
            for (var x = 101; x < 200; x += 7) canvas.DrawRect(x, 42, 5, 9, ink);
        }

        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var file = Path.Combine(folder, $"card-{i:0000}.jpg");
            File.WriteAllBytes(file, [.. jpeg.Span, .. BitConverter.GetBytes(i)]);
            return file;
        })];
    }

    /// <summary>The right answer.</summary>
    public static JsonObject Answer(string requestId) => new()
    {
        ["version"] = "V2",
        ["requestId"] = requestId,
        ["timestamp"] = 1725415136556,
        ["images"] = new JsonArray(new JsonObject
        {
            ["uid"] = "0123456789abcdef",
            ["name"] = requestId,
            ["inferResult"] = "SUCCESS",
            ["message"] = "SUCCESS",
            ["validationResult"] = new JsonObject { ["result"] = "NO_REQUESTED" },
            ["idCard"] = new JsonObject
            {
                ["meta"] = new JsonObject { ["estimatedLanguage"] = "en" },
                ["result"] = new JsonObject
                {
                    ["isConfident"] = true,
                    ["ac"] = new JsonObject
                    {
                        ["alienRegNum"] = Field(Number, Box(100, 40, 200, 52), Box(149, 39, 201, 53)),
                        ["sex"] = Field("F", Box(205, 40, 215, 52)),
                        ["name"] = Field(Name, Box(100, 60, 180, 72)),
                        ["nationality"] = Field("ELDORADO", Box(100, 80, 160, 92)),
                        ["visaType"] = Field("Trade management (D-9)", Box(100, 100, 220, 112)),
                        ["issueDate"] = Date("2015.10.22", Box(20, 130, 60, 140)),
                        ["authority"] = Field("부산출입국·외국인청장", Box(120, 120, 220, 130)),
                        ["alienRegNumEtc"] = Field("B40271", Box(70, 130, 95, 140), Box(69, 129, 96, 141)),
                    },
                    ["rois"] = new JsonArray(Box(2, 2, 238, 149)),
                    ["idtype"] = "Alien Registration Card",
                },
            },
        }),
    };

    private static JsonArray Field(string text, JsonObject bounding, params JsonObject[] masking) =>
        Entry(text, new JsonObject { ["value"] = text }, bounding, masking);

    private static JsonArray Date(string text, JsonObject bounding) =>
        Entry(text, new JsonObject { ["year"] = "2015", ["month"] = "10", ["day"] = "22" }, bounding);

    private static JsonArray Entry(string text, JsonObject formatted, JsonObject bounding, params JsonObject[] masking) => new(new JsonObject
    {
        ["text"] = text,
        ["formatted"] = formatted,
        ["keyText"] = "",
        ["confidenceScore"] = 0.0,
        ["boundingPolys"] = new JsonArray(bounding),
        ["maskingPolys"] = new JsonArray([.. masking]),
    });

    private static JsonObject Box(double left, double top, double right, double bottom) => new()
    {
        ["vertices"] = new JsonArray(Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)),
    };

    private static JsonObject Point(double x, double y) => new() { ["x"] = x, ["y"] = y };
}
