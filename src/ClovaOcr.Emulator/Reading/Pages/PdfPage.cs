using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading;
using SkiaSharp;
using UglyToad.PdfPig;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>
/// The first page of a PDF with the pictures that it shows, on white paper: what is left of a scan without text and drawings.
/// </summary>
internal static class PdfPage
{
    private const float PointsPerInch = 72;

    // A scan is not made larger than it is; what is finer than this is made coarser.
    private const float LargestScale = 300 / PointsPerInch;

    // A sheet of A3 at 300 dpi has 17 million; a larger one is made coarser.
    private const float MaximumPagePixels = 20_000_000;
    private const float LargestSide = 30_000;

    // PdfPig reads objects within objects by calling itself.
    private const int MaximumDepth = 64;

    /// <summary>Decodes it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends it before the next of its pictures.</param>
    /// <returns>Null when it is damaged, encrypted or too large, or when a picture is coded in a way that is not read.</returns>
    /// <exception cref="OperationCanceledException">It was ended because that was asked for.</exception>
    public static Picture? Decode(byte[] file, CancellationToken cancellation)
    {
        try
        {
            if (PdfNames.Has(file, "Encrypt"u8)) return null;
            var harmless = file.AsSpan().ToArray();
            PdfNames.Disarm(harmless);
            var filters = new PdfFilters();
            var options = new ParsingOptions { UseLenientParsing = true, MaxStackDepth = MaximumDepth, FilterProvider = filters };
            using var document = PdfDocument.Open(harmless, options);
            var objects = new PdfObjects(document.Structure, filters);
            return Draw(PdfSheet.First(objects), objects, cancellation);
        }
        catch (Exception damage) when (damage is not (OutOfMemoryException or OperationCanceledException))
        {
            // PdfPig throws plain exceptions, and casts, indexes and null errors, on damaged files.
            return null;
        }
    }

    private static Picture Draw(PdfSheet sheet, PdfObjects objects, CancellationToken cancellation)
    {
        var placed = PdfContent.PicturesOf(sheet, objects);
        if (placed.Sum(picture => picture.Image.Pixels) > Picture.MaximumPixels) throw new InvalidDataException("Too many pixels.");

        var scale = ScaleOf(sheet, placed.Select(picture => picture.Resolution).DefaultIfEmpty(1).Max());
        var info = new SKImageInfo(
            Math.Max(1, (int)MathF.Round(sheet.Width * scale)),
            Math.Max(1, (int)MathF.Round(sheet.Height * scale)),
            SKColorType.Rgba8888,
            SKAlphaType.Opaque);
        var toPixels = Matrix3x2.CreateScale(info.Width / sheet.Width, info.Height / sheet.Height);
        var page = new SKBitmap(info);
        try
        {
            page.Erase(SKColors.White);
            using var canvas = new SKCanvas(page);
            foreach (var picture in placed)
            {
                cancellation.ThrowIfCancellationRequested();
                picture.Draw(canvas, toPixels);
            }

            return new(page);
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    private static float ScaleOf(PdfSheet sheet, float resolution)
    {
        var scale = Math.Min(resolution, LargestScale);
        scale = Math.Min(scale, MathF.Sqrt(MaximumPagePixels / sheet.Width / sheet.Height));
        return Math.Min(scale, LargestSide / Math.Max(sheet.Width, sheet.Height));
    }
}
