using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Bench.Sections;

namespace Bench;

/// <summary>The batch engine's figures, all taken in one run.</summary>
internal static class BatchBench
{
    public static async Task RunAsync(BatchSize size)
    {
        var table = new Table(Console.Out);
        Console.WriteLine($"{DateTime.Now:yyyy-MM-dd HH:mm}, {Environment.ProcessorCount} cores, {Load()}{RuntimeInformation.FrameworkDescription}");
        using var cards = CardFolder.Create(Math.Max(size.WallCards, size.MemoryCards.Max()));

        // Neither Ctrl+C nor a timeout is to leave a gigabyte of cards behind.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => cards.Dispose());
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => cards.Dispose());
        await HiddenCap.MeasureAsync(size, cards, table);
        await NoCap.MeasureAsync(size, cards, table);
        await CpuAndMemory.MeasureAsync(size, cards, table);
        await Stopping.MeasureAsync(size, cards, table);
        await JournalSpeed.MeasureAsync(size, cards, table);
    }

    /// <summary>What else the machine is busy with, where it can be told.</summary>
    private static string Load() =>
        File.Exists("/proc/loadavg") ? $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start, " : "";
}
