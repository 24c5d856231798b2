using System;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Bench.Peers;
using Bench.Pictures;
using Bench.Sections;

namespace Bench;

/// <summary>Masking's figures, all taken in one run.</summary>
internal static class MaskingBench
{
    public static async Task RunAsync(MaskingSize size)
    {
        var table = new Table(Console.Out);
        Console.WriteLine(Machine.Describe());
        using var scans = new ScanFolder();

        // Neither Ctrl+C nor a timeout is to leave pictures behind.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => scans.Dispose());
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => scans.Dispose());
        var programs = await PicturePrograms.FindAsync();
        await MaskingSpeed.MeasureAsync("JPEG 1200 x 900", scans.Jpeg(1200, 900), size, programs, table, bound: 1.5);
        await MaskingSpeed.MeasureAsync("JPEG 12 MP", scans.Jpeg(4000, 3000), size, programs, table, bound: 0.8);
        await MaskingSpeed.MeasureAsync("progressive JPEG 1200 x 900", await scans.ProgressiveAsync(1200, 900, programs), size, programs, table, bound: 2);
        await MaskingSpeed.MeasureAsync("progressive JPEG 12 MP", await scans.ProgressiveAsync(4000, 3000, programs), size, programs, table, bound: 2);
        await MaskingSpeed.MeasureAsync("PNG 3 MP", scans.Png(2000, 1500), size, programs, table, bound: 0.5);
        await MaskingSpeed.MeasureAsync("TIFF 600 dpi, LZW", await scans.TiffAsync(2024, 1276, programs), size, programs, table);
    }
}
