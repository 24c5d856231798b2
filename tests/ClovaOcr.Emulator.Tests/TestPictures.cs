using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using SkiaSharp;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The specimens, and copies of them as people make them.</summary>
internal static class TestPictures
{
    public static string[] Specimens { get; } =
        [.. Directory.GetFiles(SpecimenSet.DefaultFolder).Where(file => Path.GetExtension(file) is ".jpg" or ".png").Order(StringComparer.Ordinal)];

    /// <summary>Those whose pixels are stored as they are to be shown.</summary>
    public static string[] Upright { get; } = [.. Specimens.Where(file => (int)Truth(file)["orientation"]! == 1)];

    public static string PathOf(string specimen) => Path.Combine(SpecimenSet.DefaultFolder, specimen);

    public static byte[] BytesOf(string specimen) => File.ReadAllBytes(PathOf(specimen));

    /// <summary>An image in which there is no card.</summary>
    public static byte[] Blank(SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(1011, 638);
        bitmap.Erase(SKColors.White);
        return Encode(bitmap, format);
    }

    public static JsonNode Truth(string specimen) => JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(specimen, ".json")))!;

    public static string FormatOf(string specimen) => Path.GetExtension(specimen)[1..];

    public static string NumberIn(JsonNode answer) =>
        (string?)answer["images"]![0]!["idCard"]?["result"]?["ac"]?["alienRegNum"]![0]!["text"] ?? "none";

    /// <summary>A specimen's picture as it is to be shown, decoded.</summary>
    public static SKBitmap Shown(string specimen)
    {
        using var stored = SKBitmap.Decode(File.ReadAllBytes(specimen));
        var orientation = (int)Truth(specimen)["orientation"]!;
        var degrees = orientation switch { 6 => 90, 3 => 180, 8 => 270, _ => 0 };
        var shown = degrees is 90 or 270 ? new SKBitmap(stored.Height, stored.Width) : new SKBitmap(stored.Width, stored.Height);
        using var canvas = new SKCanvas(shown);
        canvas.Translate(shown.Width / 2f, shown.Height / 2f);
        canvas.RotateDegrees(degrees);
        canvas.DrawBitmap(stored, -stored.Width / 2f, -stored.Height / 2f, new SKSamplingOptions(SKFilterMode.Nearest));
        return shown;
    }

    public static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg, int quality = 85)
    {
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    public static SKBitmap Scaled(SKBitmap bitmap, double factor) => bitmap.Resize(
        new SKSizeI((int)Math.Round(bitmap.Width * factor), (int)Math.Round(bitmap.Height * factor)), new SKSamplingOptions(SKCubicResampler.Mitchell));

    public static SKBitmap Brightened(SKBitmap bitmap, float factor, float lift)
    {
        var copy = new SKBitmap(bitmap.Width, bitmap.Height);
        using var canvas = new SKCanvas(copy);
        using var paint = new SKPaint { ColorFilter = SKColorFilter.CreateColorMatrix([factor, 0, 0, 0, lift, 0, factor, 0, 0, lift, 0, 0, factor, 0, lift, 0, 0, 0, 1, 0]) };
        canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), paint);
        return copy;
    }
}
