using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Emulator;
using ClovaOcr.Journal;
using ClovaOcr.Service;
using SkiaSharp;

namespace ClovaOcr.Tests.Batch;

/// <summary>An emulator, a folder of small cards of which no two have the same bytes, and batches that read them.</summary>
internal sealed class BatchScenario : IAsyncDisposable
{
    private static readonly SpecimenSet Known = SpecimenSet.Load(SpecimenSet.DefaultFolder);

    private readonly TemporaryFolder _folder = new();
    private readonly ClovaOcrClient _client;

    private BatchScenario(CardOcrEmulator emulator)
    {
        Emulator = emulator;
        _client = new ClovaOcrClient(new ClovaOcrClientOptions
        {
            InvokeUrl = InvokeUrl.Parse(emulator.InvokeUrl),
            Secret = new NetworkCredential("", emulator.Secret).SecurePassword,
        });
        Journal = Path.Combine(_folder.Path, "cards.journal");
    }

    public CardOcrEmulator Emulator { get; }

    public string Journal { get; set; }

    public SecureString Secret => _client.CopySecret();

    public CardReaderOptions ReaderOptions { get; set; } = new();

    public CardBatchOptions BatchOptions { get; set; } = new() { Retry = new RetryPolicy { Interval = TimeSpan.FromMilliseconds(1) } };

    public static async Task<BatchScenario> StartAsync(EmulatorOptions? options = null, params string[] faults) => new(
        await CardOcrEmulator.StartAsync((options ?? new EmulatorOptions()) with
        {
            Specimens = Known,
            Reader = ReaderChoice.Specimens,
            Secret = TellTaleSecret.Secret,
            InvokeKey = TellTaleSecret.InvokeKey,
            Faults = [.. faults.Select(FaultSpec.Parse)],
        }));

    /// <summary>Files with the same card, each with other bytes behind the picture's end.</summary>
    public string[] Cards(int count, string specimen = "ac-10-etc-small-gray.jpg")
    {
        var card = File.ReadAllBytes(Path.Combine(TestData.Cards, specimen));
        return [.. Enumerable.Range(0, count).Select(i => _folder.Write($"card-{i:00000}.jpg", [.. card, .. BitConverter.GetBytes(i)]))];
    }

    public string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    /// <summary>A picture without a card.</summary>
    public string Blank(string name)
    {
        using var bitmap = new SKBitmap(320, 200);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return Write(name, png.ToArray());
    }

    public CardJournal OpenJournal() => CardJournal.Open(Journal, Secret);

    public CardReader Reader(CardJournal? journal = null) => new(_client, ReaderOptions, journal);

    public CardBatch Batch(CardJournal? journal = null) => new(Reader(journal), BatchOptions);

    public CardBatch Batch(IClock clock) => new(Reader(), BatchOptions, clock, new Random(1));

    /// <summary>Reads files as a command does, and waits for all of them.</summary>
    public (List<CardOutcome> Outcomes, BatchSummary Summary, ClovaOcrException? StopReason) Run(IEnumerable<string> files, CardJournal? journal = null)
    {
        using var batch = Batch(journal);
        var outcomes = new List<CardOutcome>();
        foreach (var file in files)
        {
            while (batch.IsFull) TakeNext(batch, outcomes);
            batch.Add(file);
        }

        while (!batch.IsDone) TakeNext(batch, outcomes);
        return (outcomes, batch.Summary, batch.StopReason);
    }

    /// <summary>Reads files with the journal of this scenario, opened for it and closed after.</summary>
    public (List<CardOutcome> Outcomes, BatchSummary Summary, ClovaOcrException? StopReason) RunWithJournal(IEnumerable<string> files)
    {
        using var journal = OpenJournal();
        return Run(files, journal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
        _folder.Dispose();
    }

    private static void TakeNext(CardBatch batch, List<CardOutcome> outcomes)
    {
        if (batch.TryTake(TimeSpan.FromMinutes(1), out var outcome)) outcomes.Add(outcome!);
    }
}
