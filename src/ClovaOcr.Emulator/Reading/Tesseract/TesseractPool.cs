using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>Runs of Tesseract, of which there are never more than some at once. Nothing is written to disk.</summary>
/// <param name="program">Tesseract.</param>
/// <param name="places">How many may run at once; further calls wait.</param>
/// <param name="time">The clock for the time that a run may take.</param>
internal sealed class TesseractPool(TesseractProgram program, int places, TimeProvider time) : IAsyncDisposable
{
    // A call of many lines takes a second or two; the words of a full page are some 100 KB.
    private static readonly ProgramLimits Limits = new(TimeSpan.FromSeconds(30), MaximumOutput: 4 * 1024 * 1024);

    private readonly Gate _gate = new(places);

    /// <summary>The clock for the time that a run may take.</summary>
    public TimeProvider Time => time;

    /// <summary>Reads pictures, all of them in one run.</summary>
    /// <param name="lines">The pictures, of a line of text each.</param>
    /// <param name="settings">How they are to be read.</param>
    /// <param name="cancellation">Ends the run, or the waiting for its place, at once.</param>
    /// <returns>One reading for each picture, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The pictures are larger than any call needs.</exception>
    /// <exception cref="CardReaderException">The run failed; the next one may succeed.</exception>
    /// <exception cref="OperationCanceledException">The caller or the end of the pool ended it.</exception>
    public async Task<IReadOnlyList<LineReading>> ReadAsync(
        IReadOnlyList<GrayImage> lines, TesseractSettings settings, CancellationToken cancellation)
    {
        if (lines.Count == 0) return [];
        return await _gate.PassAsync(end => RunAsync(lines, settings, end), cancellation);
    }

    /// <summary>Ends the runs that are under way; when this returns, none is left.</summary>
    public ValueTask DisposeAsync() => _gate.DisposeAsync();

    private async Task<IReadOnlyList<LineReading>> RunAsync(
        IReadOnlyList<GrayImage> lines, TesseractSettings settings, CancellationToken end)
    {
        var tiff = Tiff.Of(lines);
        var run = new ProgramRun(program.Path, Arguments(settings), Limits, time);
        var printed = await run.RunAsync((input, stop) => input.WriteAsync(tiff, stop).AsTask(), end);
        return Tsv.Read(printed.Output, lines);
    }

    private static string[] Arguments(TesseractSettings settings) =>
    [
        // 7: a picture is one line of text.
        "stdin", "stdout", "-l", settings.Language, "--psm", "7",

        // Only so that it does not guess one and say so.
        "--dpi", "300",
        "-c", "tessedit_create_tsv=1",
    ];
}
