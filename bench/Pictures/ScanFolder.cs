using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bench.Peers;
using Quickstart;
using SkiaSharp;

namespace Bench.Pictures;

/// <summary>A temporary folder of pictures to be masked, each drawn when it is asked for, with a saved answer beside it.</summary>
internal sealed class ScanFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clova-ocr-bench-").FullName;
    private readonly JsonElement _layout = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Cards, ScanDrawing.Specimen + ".json"))).RootElement;

    public Scan Jpeg(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Jpeg, ".jpg");

    /// <summary>What libpng makes of it at its usual level.</summary>
    public Scan Png(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Png, ".png");

    /// <summary>Null when the program that makes it is not here.</summary>
    public Task<Scan?> ProgressiveAsync(int width, int height, PicturePrograms programs) =>
        ConvertedAsync(Jpeg(width, height), programs.Jpegtran, ".progressive.jpg", (from, to) => ["-copy", "none", "-progressive", "-outfile", to, from]);

    /// <summary>Null when the program that makes it is not here.</summary>
    public Task<Scan?> TiffAsync(int width, int height, PicturePrograms programs) =>
        ConvertedAsync(Png(width, height), programs.ImageMagick, ".tif", (from, to) => [from, "-density", "600", "-units", "PixelsPerInch", "-compress", "LZW", to]);

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Scan?> ConvertedAsync(Scan scan, string? program, string extension, Func<string, string, string[]> arguments)
    {
        var path = Path.ChangeExtension(scan.Path, extension);
        if (program is null || await PictureProgram.RunAsync(program, arguments(scan.Path, path)) is null) return null;
        return scan with { Path = path };
    }

    private Scan Encoded(int width, int height, SKEncodedImageFormat format, string extension)
    {
        var path = Path.Combine(_folder, $"{width}x{height}{extension}");
        using (var drawing = ScanDrawing.Draw(width, height))
        using (var file = File.Create(path))
            drawing.Encode(file, format, 90);

        var scale = width / (double)_layout.GetProperty("width").GetInt32();
        var number = Box("alienRegNum", scale);
        var response = Path.ChangeExtension(path, ".json");
        File.WriteAllText(response, Answer(scale, width, height));
        return new Scan(path, response, (int)number[0][0], (int)number[0][1], (int)number[2][0], (int)number[2][1]);
    }

    private double[][] Box(string field, double scale) => Corners(_layout.GetProperty("fields").GetProperty(field)[0].GetProperty("box"), scale);

    private static double[][] Corners(JsonElement polygon, double scale) =>
        [.. polygon.EnumerateArray().Select(point => new[] { point[0].GetDouble() * scale, point[1].GetDouble() * scale })];

    // As much of the vendor page's answer as masking goes by.
    private string Answer(double scale, int width, int height) => JsonSerializer.Serialize(new
    {
        version = "V2",
        requestId = "bench",
        timestamp = 0,
        images = new[]
        {
            new
            {
                uid = "bench",
                name = "bench",
                inferResult = "SUCCESS",
                message = "SUCCESS",
                validationResult = new { result = "NO_REQUESTED" },
                convertedImageInfo = new { width, height, pageIndex = 0, longImage = false },
                idCard = new
                {
                    meta = new { estimatedLanguage = "en" },
                    result = new
                    {
                        isConfident = true,
                        rois = new[] { Polygon(Corners(_layout.GetProperty("card"), scale)) },
                        ac = new { alienRegNum = Field("alienRegNum", scale), sex = Field("sex", scale), issueDate = Field("issueDate", scale) },
                    },
                },
            },
        },
    });

    private object[] Field(string name, double scale)
    {
        var text = _layout.GetProperty("fields").GetProperty(name)[0].GetProperty("text").GetString();
        object formatted = name == "issueDate" ? new { year = text![..4], month = text[5..7], day = text[8..] } : new { value = text };
        return [new { text, formatted, keyText = "", confidenceScore = 0.9, boundingPolys = new[] { Polygon(Box(name, scale)) }, maskingPolys = Array.Empty<object>() }];
    }

    private static object Polygon(double[][] corners) => new { vertices = corners.Select(corner => new { x = corner[0], y = corner[1] }) };
}
