using System;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Bench.Sections;

namespace Bench;

/// <summary>The pods of an Indexed Job as processes of this machine.</summary>
internal static class ShardsBench
{
    public static async Task RunAsync(BatchSize size)
    {
        var table = new Table(Console.Out);
        Console.WriteLine(Machine.Describe());
        using var cards = CardFolder.Create(size.WallCards);

        // Neither Ctrl+C nor a timeout is to leave the cards behind.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => cards.Dispose());
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => cards.Dispose());
        await Shards.MeasureAsync(size, cards, table);
    }
}
