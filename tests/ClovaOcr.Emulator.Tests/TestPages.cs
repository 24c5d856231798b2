using System;
using System.IO;
using System.Linq;
using System.Threading;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Pages;
using SkiaSharp;

namespace ClovaOcr.Emulator.Tests;

/// <summary>The PDF and TIFF files of data/pages, and how far a picture is from another.</summary>
internal static class TestPages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "pages");

    public static string[] Names(string beginning = "") =>
        [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!)
            .Where(name => !name.EndsWith(".png", StringComparison.Ordinal) && name.StartsWith(beginning, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static byte[] BytesOf(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>The picture that a file shows, by the first word of the file's name.</summary>
    public static SKBitmap Shown(string name) => SKBitmap.Decode(Path.Combine(Folder, name.Split('-')[0] + ".png"));

    public static Picture? Decode(string name, byte[] file) =>
        name.EndsWith(".pdf", StringComparison.Ordinal) ? Pdf(file) : Tiff(file);

    public static Picture? Pdf(byte[] file) => PdfPage.Decode(file, CancellationToken.None);

    public static Picture? Tiff(byte[] file) => TiffPage.Decode(file, CancellationToken.None);

    /// <summary>How far the samples of two pictures are from each other on the average, and at most; infinitely for different sizes.</summary>
    public static (double Mean, double Most) Difference(SKBitmap a, SKBitmap b)
    {
        if ((a.Width, a.Height) != (b.Width, b.Height)) return (double.PositiveInfinity, double.PositiveInfinity);
        double sum = 0, most = 0;
        for (var y = 0; y < a.Height; y++)
        {
            for (var x = 0; x < a.Width; x++)
            {
                var (p, q) = (a.GetPixel(x, y), b.GetPixel(x, y));
                var differences = new double[] { Math.Abs(p.Red - q.Red), Math.Abs(p.Green - q.Green), Math.Abs(p.Blue - q.Blue), Math.Abs(p.Alpha - q.Alpha) };
                sum += differences.Average();
                most = Math.Max(most, differences.Max());
            }
        }

        return (sum / a.Width / a.Height, most);
    }
}
