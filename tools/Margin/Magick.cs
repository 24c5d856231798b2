using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using SkiaSharp;

namespace Margin;

/// <summary>ImageMagick and pngquant, as programs that people's pictures have been through.</summary>
internal static class Magick
{
    // Hardly compressed, which is quicker.
    private static readonly string[] QuickPng = ["-quality", "11"];

    public static bool IsThere { get; } = CanStart("convert");

    public static bool HasPngquant { get; } = CanStart("pngquant");

    /// <summary>Gives a picture through one <c>convert</c> after the other; a file name in between is of the format that was asked for.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="steps">For each step the extension of its result, and its arguments.</param>
    public static SKBitmap Convert(SKBitmap picture, params (string Extension, string Arguments)[] steps) => InFolder(picture, (folder, file) =>
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var next = Path.Combine(folder, $"{i}.{steps[i].Extension}");
            Run("convert", [file, .. steps[i].Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. steps[i].Extension == "png" ? QuickPng : [], next]);
            file = next;
        }

        var last = Path.Combine(folder, "last.png");
        Run("convert", [file, "-depth", "8", .. QuickPng, $"PNG32:{last}"]);
        return last;
    });

    public static SKBitmap Pngquant(SKBitmap picture, int colours) => InFolder(picture, (folder, file) =>
    {
        var last = Path.Combine(folder, "last.png");
        Run("pngquant", [$"{colours}", "--output", last, file]);
        return last;
    });

    private static SKBitmap InFolder(SKBitmap picture, Func<string, string, string> run)
    {
        var folder = Directory.CreateTempSubdirectory("margin-").FullName;
        try
        {
            var file = Path.Combine(folder, "first.png");
            using (var data = picture.PeekPixels()!.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1))!)
                File.WriteAllBytes(file, data.ToArray());
            using var decoded = SKBitmap.Decode(run(folder, file));
            return decoded.Copy(SKColorType.Bgra8888);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["MAGICK_THREAD_LIMIT"] = "1" } })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}.");
    }

    private static bool CanStart(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
