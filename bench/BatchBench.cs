using System;
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
        Console.WriteLine(Machine.Describe());
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
}
