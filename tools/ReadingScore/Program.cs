using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ReadingScore;
using ReadingScore.Masking;

Console.OutputEncoding = Encoding.UTF8;
if (ScoreOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(ScoreOptions.Usage);
    return 2;
}

var cards = options.Folders.SelectMany(folder => PrintedCard.LoadAll(folder).Take(options.Limit)).ToArray();
if (options is { MaskFolder: { } copies, DigitFolder: { } digits })
{
    var masked = await MaskingRun.OverAsync(cards.Select(card => card.Path), copies, options.AtOnce, new EmulatorOptions());
    return new MaskingReport(masked, cards, digits, Console.Out).Write() ? 0 : 1;
}

var scores = new CardScore[cards.Length];
await using (var service = await CardService.StartAsync(new EmulatorOptions()))
{
    await Parallel.ForAsync(0, cards.Length, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (i, _) =>
        scores[i] = CardScore.Of(cards[i], await service.AskAsync(cards[i].Path)));
}

var report = new ScoreReport(scores, Console.Out);
report.WriteFields();
report.WriteKinds();
report.WriteTimes(options.AtOnce);
Console.WriteLine($"Peak memory: {Megabytes(PeakMemory.OwnBytes())} here, {Megabytes(PeakMemory.LargestChildBytes())} in the largest process that it started.\n");
foreach (var condition in options.SplitBy) new ConditionReport(scores, Console.Out).Write(condition);
if (options.ShowsWrong) report.WriteWrong();
return 0;

static string Megabytes(long? bytes) => bytes is { } known ? $"{known / 1_000_000} MB" : "not known";
