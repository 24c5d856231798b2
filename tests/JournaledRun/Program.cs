using System;
using System.IO;
using System.Linq;
using System.Net;
using ClovaOcr.Batch;
using ClovaOcr.Journal;
using ClovaOcr.Service;

// A journaled batch as a process of its own, to be killed by the tests: reads the pictures of a folder and prints each path once its
// answer was handed out.
using var secret = new NetworkCredential("", Environment.GetEnvironmentVariable("CLOVA_OCR_SECRET")).SecurePassword;
using var client = new ClovaOcrClient(new ClovaOcrClientOptions
{
    InvokeUrl = InvokeUrl.Parse(Environment.GetEnvironmentVariable("CLOVA_OCR_INVOKE_URL")),
    Secret = secret,
});
using var journal = CardJournal.Open(args[1], secret);
using var batch = new CardBatch(new CardReader(client, new CardReaderOptions(), journal), new CardBatchOptions { ThrottleLimit = 4 });
foreach (var file in Directory.GetFiles(args[0], "*.jpg").Order(StringComparer.Ordinal))
{
    while (batch.IsFull) PrintNext();
    batch.Add(file);
}

while (!batch.IsDone) PrintNext();
return batch.Summary.Failed;

void PrintNext()
{
    if (!batch.TryTake(TimeSpan.FromMinutes(1), out var outcome)) return;
    Console.Out.WriteLine(outcome!.Error?.Message ?? outcome.ImageHash);
    Console.Out.Flush();
}
