using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bench.Cases;
using Bench.Peers;
using Bench.Pictures;
using Bench.Processes;

namespace Bench.Sections;

/// <summary>One picture, masked in every way there is, by turns, so that all of them meet the same machine.</summary>
internal sealed class MaskingSpeed
{
    private const string WholeProcess = "process";

    // It takes as long as all others together.
    private const int RoundsAWholeProcess = 3;

    private const string Skia = "SkiaSharp, warm";

    private readonly Scan _scan;
    private readonly Table _table;
    private readonly List<(string Name, Func<Task<Masking>> Run)> _ways = [];
    private readonly Dictionary<string, List<Masking>> _results = [];

    private MaskingSpeed(Scan scan, Table table) => (_scan, _table) = (scan, table);

    /// <param name="title">What is masked.</param>
    /// <param name="scan">The picture; null when there is no program here that makes it.</param>
    /// <param name="size">How often.</param>
    /// <param name="programs">The other programs.</param>
    /// <param name="table">Where the rows go.</param>
    /// <param name="bound">The most that the issue allows for the library, warm and without the proof, against the first program.</param>
    public static async Task MeasureAsync(string title, Scan? scan, MaskingSize size, PicturePrograms programs, Table table, double? bound = null)
    {
        table.Section($"MASKING {title}");
        if (scan is null) table.Note("not here: the program that makes this picture");
        else await new MaskingSpeed(scan, table).MeasureAsync(size, programs, bound);
    }

    private async Task MeasureAsync(MaskingSize size, PicturePrograms programs, double? bound)
    {
        using var library = await StartAsync(MaskCase.Name, "library", size);
        using var command = await StartAsync(MaskCommandCase.Name, "command", size);
        using var skia = await StartAsync(SkiaCase.Name, "skia", size);
        Add("library", async () => Masking.Of(await library.MeasureAsync(), Destination("library")));
        Add("command", async () => Masking.Of(await command.MeasureAsync(), Destination("command")));
        Add(WholeProcess, WholeProcessAsync);
        Add(Skia, async () => Masking.Of(await skia.MeasureAsync(), Destination("skia")));
        var peers = programs.For(_scan, Destination("peer")).ToArray();
        foreach (var (name, program, arguments) in peers)
            if (program is not null) Add(name, async () => await ProgramAsync(name, program, arguments));

        for (var round = 0; round < size.Rounds; round++)
        {
            foreach (var (name, run) in _ways)
                if (name != WholeProcess || round % RoundsAWholeProcess == 0) _results[name].Add(await run());
        }

        var result = new MaskingRows(_table, new FileInfo(_scan.Path).Length, _results);
        if (!result.Ours(_scan.Extension == ".png" ? 1.1 : null)) return;
        for (var i = 0; i < peers.Length; i++)
        {
            if (peers[i].Program is { } program)
            {
                var memory = PictureProgram.PeakMemory(program, peers[i].Arguments);
                result.Peer(peers[i].Name, memory, i == 0 ? bound : null, i == 0 && _scan.Extension == ".jpg" ? 6 : null);
            }
            else
            {
                _table.Note($"{peers[i].Name}: not here");
            }
        }

        result.Peer(Skia, null, null, null);
    }

    private void Add(string name, Func<Task<Masking>> run)
    {
        _ways.Add((name, run));
        _results[name] = [];
    }

    // The engine's start, the module's import and one picture.
    private async Task<Masking> WholeProcessAsync()
    {
        var clock = Stopwatch.StartNew();
        using var process = await CaseProcess<MaskFigures>.StartAsync(MaskCommandCase.Name, new MaskJob(_scan, Destination("process"), 0));
        var figures = await process.MeasureAsync();
        return Masking.Of(figures with { Milliseconds = clock.Elapsed.TotalMilliseconds }, Destination("process"));
    }

    private async Task<Masking> ProgramAsync(string name, string program, string[] arguments)
    {
        var milliseconds = await PictureProgram.RunAsync(program, arguments);
        return Masking.Of(new MaskFigures(milliseconds ?? 0, 0, 0, milliseconds is null ? $"{name} failed" : null), Destination("peer"));
    }

    private Task<CaseProcess<MaskFigures>> StartAsync(string name, string folder, MaskingSize size) =>
        CaseProcess<MaskFigures>.StartAsync(name, new MaskJob(_scan, Destination(folder), size.WarmUpSeconds));

    private string Destination(string way)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_scan.Path)!, way)).FullName;
        return Path.Combine(folder, "masked" + _scan.Extension);
    }
}
