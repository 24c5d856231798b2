using System;
using System.Diagnostics;
using System.IO;
using SkiaSharp;

namespace Bench.Cases;

/// <summary>Masks a picture as most programs do: decode it, draw a rectangle, encode it again.</summary>
internal static class SkiaCase
{
    public const string Name = "skia";

    public static Func<MaskFigures> Prepare(MaskJob job)
    {
        job.WarmUp(() => Run(job));
        return () => Run(job);
    }

    private static MaskFigures Run(MaskJob job)
    {
        var clock = Stopwatch.StartNew();
        using (var picture = SKBitmap.Decode(job.Scan.Path))
        {
            if (picture is null) return new MaskFigures(0, 0, 0, "SkiaSharp does not read this format.");
            using (var canvas = new SKCanvas(picture))
            using (var black = new SKPaint { Color = SKColors.Black })
                canvas.DrawRect(new SKRect(job.Scan.Left, job.Scan.Top, job.Scan.Right, job.Scan.Bottom), black);
            using var file = File.Create(job.Destination);
            picture.Encode(file, job.Scan.Extension == ".png" ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 90);
        }

        var milliseconds = clock.Elapsed.TotalMilliseconds;
        using var process = Process.GetCurrentProcess();
        return new MaskFigures(milliseconds, 0, process.PeakWorkingSet64, null);
    }
}
