using System;
using System.Collections.Generic;
using System.Linq;

namespace Bench.Sections;

/// <summary>The rows of one picture: medians of all rounds, ours against each other program's.</summary>
/// <param name="table">Where they go.</param>
/// <param name="sourceLength">Bytes of the source's file.</param>
/// <param name="results">What each way took in each round.</param>
internal sealed class MaskingRows(Table table, long sourceLength, IReadOnlyDictionary<string, List<Masking>> results)
{
    /// <summary>Our own rows; false when the picture is refused.</summary>
    /// <param name="largestCopy">The most that the issue allows for the copy's length against the source's; null when it says nothing.</param>
    public bool Ours(double? largestCopy)
    {
        if ((Refusal("library") ?? Refusal("command")) is { } refusal)
        {
            table.Note("refused: " + refusal);
            return false;
        }

        var (cover, proof) = (Median("library"), Median("library", masking => masking.Figures.ProofMilliseconds));
        var (command, process) = (Median("command"), Median("process"));
        table.Row("library without / with the proof", Measure.Ratio(cover, cover + proof), $"{cover:0.0} ms / {cover + proof:0.0} ms");
        table.Row("library with the proof / command", Measure.Ratio(cover + proof, command), $"{cover + proof:0.0} ms / {command:0.0} ms");
        table.Row("command / whole process, its engine's start in it", Measure.Ratio(command, process), $"{command:0.0} ms / {process:0} ms");
        table.Row(
            "most memory, library / command",
            Measure.Ratio(Memory("library"), Memory("command")),
            $"{Measure.Megabytes(Memory("library"))} / {Measure.Megabytes(Memory("command"))}, the runtime's own in it");
        Size("copy / source, bytes", "library", largestCopy);
        return true;
    }

    /// <summary>Another program's rows.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="memory">The most bytes that it had in memory; null when the system does not say.</param>
    /// <param name="bound">The most that the issue allows for the library without the proof against it; null when it says nothing.</param>
    /// <param name="commandBound">The same for the command.</param>
    public void Peer(string name, long? memory, double? bound, double? commandBound)
    {
        if (Refusal(name) is { } refusal)
        {
            table.Note($"{name}: {refusal}");
            return;
        }

        var its = Median(name);
        table.Row($"library without the proof / {name}", Measure.Ratio(Median("library"), its), $"{Median("library"):0.0} ms / {its:0.0} ms", bound);
        table.Row($"command / {name}", Measure.Ratio(Median("command"), its), $"{Median("command"):0.0} ms / {its:0.0} ms", commandBound);
        var peak = memory ?? Memory(name);
        if (peak > 0) table.Row("  most memory, library / it", Measure.Ratio(Memory("library"), peak), $"{Measure.Megabytes(Memory("library"))} / {Measure.Megabytes(peak)}");
        Size("  its copy / source, bytes", name);
    }

    private void Size(string row, string way, double? bound = null)
    {
        var length = results[way][^1].Length;
        table.Row(row, Measure.Ratio(length, sourceLength), $"{length:N0} / {sourceLength:N0}", bound);
    }

    private string? Refusal(string way) => results[way][^1].Figures.Refusal;

    private long Memory(string way) => results[way].Max(masking => masking.Figures.PeakMemory);

    private double Median(string way) => Median(way, masking => masking.Figures.Milliseconds);

    private double Median(string way, Func<Masking, double> figure)
    {
        var figures = results[way].Select(figure).Order().ToArray();
        return figures[figures.Length / 2];
    }
}
