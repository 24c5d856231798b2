using Bench.Peers;

namespace Bench.Sections;

/// <summary>The rows of a run whose wall time is held against the ideal: cards x latency / simultaneous calls.</summary>
internal sealed class WallTimeRows(Table table, int latencyMilliseconds, int atOnce)
{
    /// <param name="name">What was run.</param>
    /// <param name="run">The module's run.</param>
    /// <param name="bound">The most that the issue allows for the ratio; null when it says nothing.</param>
    /// <param name="refusedBound">The most that it allows of the calls to be refused, in per cent; null when it says nothing.</param>
    public void Module(string name, ModuleRun run, double? bound = null, double? refusedBound = null)
    {
        table.Row(name, Measure.Ratio(run.Seconds, Ideal(run.Cards)), $"{run.Seconds:0.00} s against {Ideal(run.Cards):0.00} s", bound);
        table.Row("  refused calls, of all calls", Measure.Share(run.Refused, run.Calls), $"{run.Refused} of {run.Calls}", refusedBound);
        table.Row("  cards not read", Measure.Count(run.Cards - run.Read), $"{run.Read} of {run.Cards} read", bound: 0);
    }

    /// <summary>Another program's wall time, and the module's against it if both did the whole work.</summary>
    public void Peer(string name, PeerFigures? peer, ModuleRun run)
    {
        if (peer is null)
        {
            table.Note($"{name}: not found on PATH, not measured");
            return;
        }

        table.Row(name, Measure.Ratio(peer.Seconds, Ideal(peer.Cards)), $"{peer.Seconds:0.00} s against {Ideal(peer.Cards):0.00} s");
        table.Row("  cards left undone", Measure.Share(peer.Cards - peer.Answered, peer.Cards), $"{peer.Cards - peer.Answered} of {peer.Cards}");
        if (peer.Answered < peer.Cards) return;
        table.Row("  wall time, module / it", Measure.Ratio(run.Seconds, peer.Seconds), $"{run.Seconds:0.00} s / {peer.Seconds:0.00} s");
        if (peer.CpuSeconds is not { } cpu) return;
        var own = run.Figures[0];
        table.Row(
            "  CPU a card, module / it",
            Measure.Ratio(own.CpuSeconds, cpu),
            $"{1000 * own.CpuSeconds / run.Cards:0.00} ms / {1000 * cpu / peer.Cards:0.00} ms; the module's process from its start: {own.WholeCpuSeconds:0.0} s");
    }

    private double Ideal(int cards) => cards * latencyMilliseconds / 1000.0 / atOnce;
}
