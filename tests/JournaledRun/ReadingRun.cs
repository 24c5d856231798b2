using System;
using System.IO;
using System.Linq;
using System.Security;
using ClovaOcr.Batch;
using ClovaOcr.Journal;
using ClovaOcr.Service;

namespace ClovaOcr.JournaledRun;

/// <summary>A journaled batch: reads the pictures of a folder, or a share of them, and prints each one's hash once its answer was handed out.</summary>
internal static class ReadingRun
{
    public static int Run(string folder, string journalPath, SecureString secret, Shard? shard = null)
    {
        using var client = new ClovaOcrClient(new ClovaOcrClientOptions
        {
            InvokeUrl = InvokeUrl.Parse(Environment.GetEnvironmentVariable("CLOVA_OCR_INVOKE_URL")),
            Secret = secret,
        });
        using var journal = CardJournal.Open(journalPath, secret);
        var reader = new CardReader(client, new CardReaderOptions { Shard = shard }, journal);
        using var batch = new CardBatch(reader, new CardBatchOptions { ThrottleLimit = 4 });
        if (shard is not null) WaitForOthers();
        foreach (var file in Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal))
        {
            if (batch.PassesOver(file)) continue;
            while (batch.IsFull) PrintNext(batch);
            batch.Add(file);
        }

        while (!batch.IsDone) PrintNext(batch);
        return batch.Summary.Failed;
    }

    // Runs that are to share a cap begin together, however long each took to start.
    private static void WaitForOthers()
    {
        Console.Out.WriteLine("ready");
        Console.Out.Flush();
        Console.In.ReadLine();
    }

    private static void PrintNext(CardBatch batch)
    {
        if (!batch.TryTake(TimeSpan.FromMinutes(1), out var outcome)) return;
        Console.Out.WriteLine(outcome!.Error?.Message ?? outcome.ImageHash);
        Console.Out.Flush();
    }
}
