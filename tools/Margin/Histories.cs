using System.Collections.Generic;
using System.Linq;
using SkiaSharp;

namespace Margin;

/// <summary>The histories that are tried.</summary>
internal static class Histories
{
    private static readonly (string Name, SKSamplingOptions Sampling)[] SkiaFilters =
    [
        ("Skia, linear", new(SKFilterMode.Linear, SKMipmapMode.Linear)),
        ("Skia, Mitchell", new(SKCubicResampler.Mitchell)),
        ("Skia, Catmull-Rom", new(SKCubicResampler.CatmullRom)),
    ];

    public static IEnumerable<History> All => Magick.IsThere ? WithSkia.Concat(WithMagick) : WithSkia;

    private static IEnumerable<History> WithSkia =>
    [
        new("as drawn", "nothing", 1, (picture, _) => picture.Copy()),
        .. from filter in SkiaFilters
           from scale in new[] { 2, 0.5 }
           select new History("scaled", $"{filter.Name}, x {1 / scale:0.##}", scale, (picture, size) => Scaled(picture, size, filter.Sampling)),
    ];

    private static IEnumerable<History> WithMagick =>
    [
        .. from filter in new[] { "Lanczos", "Mitchell", "Box" }
           from scale in filter == "Lanczos" ? new[] { 3, 1.3, 0.75, 0.5, 0.33 } : [2, 0.5]
           select Resized("scaled", $"ImageMagick, {filter}, x {1 / scale:0.##}", scale, filter, []),
        .. from quality in new[] { 50, 75, 95 }
           from sampling in new[] { "4:2:0", "4:4:4" }
           select Steps("JPEG", $"quality {quality}, {sampling}", ("jpg", Jpeg(quality, sampling))),
        .. from quality in new[] { 50, 90 }
           from offset in new[] { 3, 8 }
           select Steps(
               "JPEG twice",
               $"quality {quality}, 4:2:0, moved by {offset} px between",
               ("jpg", Jpeg(quality, "4:2:0")),
               ("jpg", $"-roll +{offset}+{offset} {Jpeg(quality, "4:2:0")}"),
               ("png", $"-roll -{offset}-{offset}")),
        Steps(
            "JPEG twice",
            "five times, quality 75, 4:2:0, moved each time",
            [.. Enumerable.Range(1, 5).Select(i => ("jpg", $"-roll +{i}+{i} {Jpeg(75, "4:2:0")}")), ("png", "-roll -15-15")]),
        .. from scale in new[] { 4, 2, 1.3, 0.75, 0.5, 0.33, 0.25 }
           from quality in new[] { 50, 90 }
           let jpeg = ("jpg", Jpeg(quality, "4:2:0"))
           select Resized("JPEG, then scaled", $"quality {quality}, 4:2:0, then Lanczos x {1 / scale:0.##}", scale, "Lanczos", [jpeg]),
        .. from scale in new[] { 2, 0.5 }
           let jpeg = ("jpg", Jpeg(75, "4:2:0"))
           select Resized("JPEG, scaled, JPEG", $"quality 75, Lanczos x {1 / scale:0.##}, quality 75", scale, "Lanczos", [jpeg], jpeg),
        Steps("filtered", "unsharp mask, sigma 1", ("png", "-unsharp 0x1")),
        Steps("filtered", "unsharp mask, sigma 3", ("png", "-unsharp 0x3")),
        Steps("filtered", "unsharp mask, sigma 8", ("png", "-unsharp 0x8")),
        Steps("filtered", "blur, sigma 1", ("png", "-blur 0x1")),
        Steps("filtered", "blur, sigma 3", ("png", "-blur 0x3")),
        Steps("filtered", "median, 3 x 3", ("png", "-statistic Median 3x3")),
        Steps("filtered", "despeckle", ("png", "-despeckle")),
        Steps("filtered", "enhance", ("png", "-enhance")),
        Steps("filtered", "mean shift, 9 x 9", ("png", "-mean-shift 9x9+10%")),
        Steps("filtered", "local contrast, radius 10 %", ("png", "-local-contrast 10x12.5%")),
        Steps("other formats", "WebP, quality 75", ("webp", "-quality 75")),
        Steps("other formats", "WebP, quality 30", ("webp", "-quality 30")),
        Steps("other formats", "HEIC, quality 50", ("heic", "-quality 50")),
        Steps("other formats", "AVIF, quality 50", ("avif", "-quality 50")),
        Steps("other formats", "JPEG 2000, quality 30", ("jp2", "-quality 30")),
        Steps("whole picture", "auto-level", ("png", "-auto-level")),
        Steps("whole picture", "equalised", ("png", "-equalize")),
        Steps("whole picture", "turned by 1° and back", ("png", "-distort SRT 1"), ("png", "-distort SRT -1")),
        Steps("whole picture", "64 colours, dithered (Floyd-Steinberg)", ("png", "-dither FloydSteinberg -colors 64")),
        Steps("whole picture", "64 colours, not dithered", ("png", "+dither -colors 64")),
        Steps("whole picture", "black and white, dithered", ("png", "-dither FloydSteinberg -monochrome")),
        .. Magick.HasPngquant
            ? new[] { new History("whole picture", "pngquant, 128 colours", 1, (picture, _) => Magick.Pngquant(picture, 128)) }
            : [],
    ];

    private static string Jpeg(int quality, string sampling) => $"-quality {quality} -sampling-factor {sampling}";

    private static History Steps(string group, string name, params (string Extension, string Arguments)[] steps) =>
        new(group, name, 1, (picture, _) => Magick.Convert(picture, steps));

    private static History Resized(
        string group,
        string name,
        double scale,
        string filter,
        (string Extension, string Arguments)[] before,
        params (string Extension, string Arguments)[] after) =>
        new(group, name, scale, (picture, size) => Magick.Convert(
            picture, [.. before, ("png", $"-filter {filter} -resize {size.Width}x{size.Height}!"), .. after]));

    private static SKBitmap Scaled(SKBitmap picture, SKSizeI size, SKSamplingOptions sampling)
    {
        var scaled = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var pixmap = scaled.PeekPixels();
        return picture.ScalePixels(pixmap, sampling) ? scaled : throw new System.InvalidOperationException("Skia did not scale the picture.");
    }
}
