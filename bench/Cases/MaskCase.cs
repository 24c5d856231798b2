using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.Loader;
using Bench.Pictures;
using ClovaOcr;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using Quickstart;

namespace Bench.Cases;

/// <summary>Masks a picture by the library alone, and proves the copy, each with its own clock.</summary>
internal static class MaskCase
{
    public const string Name = "mask";

    public static Func<MaskFigures> Prepare(MaskJob job)
    {
        // The library that the module loads, without the module.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(Checkout.Root, "lib", name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        job.WarmUp(() => Masking.Run(job));
        return () => Masking.Run(job);
    }

    private static class Masking
    {
        public static MaskFigures Run(MaskJob job)
        {
            Polygon[] areas = [AreaOf(job.Scan)];
            var clock = Stopwatch.StartNew();
            var source = File.ReadAllBytes(job.Scan.Path);
            try
            {
                var masked = ImageMasker.Cover(source, areas);
                File.WriteAllBytes(job.Destination, masked.Bytes);
                var milliseconds = clock.Elapsed.TotalMilliseconds;
                clock.Restart();
                MaskProof.Check(source, areas, masked);
                return new MaskFigures(milliseconds, clock.Elapsed.TotalMilliseconds, PeakMemory(), null);
            }
            catch (ClovaOcrException refusal)
            {
                return new MaskFigures(0, 0, 0, refusal.Message);
            }
        }

        private static Polygon AreaOf(Scan scan) => Polygon.Rectangle(scan.Left, scan.Top, scan.Right, scan.Bottom);

        private static long PeakMemory()
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }
}
