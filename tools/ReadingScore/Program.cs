using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Bench;
using Bench.Peers;
using ClovaOcr.Emulator;
using ReadingScore;
using ReadingScore.Masking;

Console.OutputEncoding = Encoding.UTF8;
if (ScoreOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(ScoreOptions.Usage);
    return 2;
}

var emulator = new EmulatorOptions { Reader = options.Reader };
var cards = options.Folders.SelectMany(folder => PrintedCard.LoadAll(folder).Take(options.Limit)).ToArray();
try
{
    if (options is { MaskFolder: { } copies, DigitFolder: { } digits })
    {
        var run = await MaskingRun.OverAsync(cards.Select(card => card.Path), copies, options.AtOnce, emulator);
        return new MaskingReport(run, cards, digits, Console.Out).Write() ? 0 : 1;
    }

    await ScoreAsync();
    return 0;
}
catch (TesseractMissingException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

async Task ScoreAsync()
{
    var machine = Machine.Describe();
    await using var memory = new PeakMemory();
    await using var service = await CardService.StartAsync(emulator);
    var scores = new CardScore[cards.Length];
    var started = ProcessorTime();
    await Parallel.ForAsync(0, cards.Length, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (i, _) =>
        scores[i] = CardScore.Of(cards[i], await service.AskAsync(cards[i].Path)));
    var used = ProcessorTime() - started;

    Console.WriteLine($"{machine}\n{service.Reader}\n");
    var report = new ScoreReport(scores, Console.Out);
    report.WriteFields();
    report.WriteKinds();
    report.WriteTimes(options.AtOnce);
    Console.WriteLine(
        $"For each picture {used.TotalSeconds / cards.Length:0.00} s of one core, which is the same on a busy machine. Most memory: "
        + $"{PeakMemory.OwnBytes / 1_000_000} MB here, {memory.TesseractBytes / 1_000_000} MB in the largest tesseract.\n");
    foreach (var condition in options.SplitBy) new ConditionReport(scores, Console.Out).Write(condition);
    if (options.ShowsWrong) report.WriteWrong();
}

// Of this process and of those that it started.
static TimeSpan ProcessorTime()
{
    using var self = Process.GetCurrentProcess();
    return self.TotalProcessorTime + (EndedChildren.CpuTime() ?? TimeSpan.Zero);
}
