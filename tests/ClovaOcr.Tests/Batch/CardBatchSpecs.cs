using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Batch;
using ClovaOcr.Emulator;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Batch;

public sealed class CardBatchSpecs
{
    [Fact]
    public async Task Outcomes_come_in_input_order_however_the_calls_end()
    {
        await using var emulator = await CardOcrEmulator.StartAsync(new EmulatorOptions());
        using var client = Client(emulator.InvokeUrl, emulator.Secret);
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), throttleLimit: 4);
        var files = TestData.Specimens().Concat(["/gone.jpg"]).Concat(TestData.Specimens("dl")).ToArray();
        Assert.Equal(files, Outcomes(batch, files).Select(outcome => outcome.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Never_more_calls_are_under_way_than_the_limit(int limit)
    {
        await using var server = new RawServer(_ => null);
        using var client = Client(server.InvokeUrl, "s");
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), limit);
        for (var i = 0; i < 12; i++) batch.Add(TestData.Specimens("dl")[0]);
        Assert.Equal(limit, batch.UnderWay);
    }

    [Fact]
    public async Task A_set_up_error_stops_further_calls_and_keeps_the_answers_that_came_before()
    {
        var calls = 0;
        await using var server = new RawServer(_ =>
        {
            Interlocked.Increment(ref calls);
            return RawServer.Answer("401 Unauthorized", """{"code":"0002","message":"Secret key validate failed."}""");
        });
        using var client = Client(server.InvokeUrl, "s");
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), throttleLimit: 1);
        var outcomes = Outcomes(batch, ["/gone.jpg", .. Enumerable.Repeat(TestData.Specimens("dl")[0], 9)]);
        Assert.Equal(ClovaOcrErrorKind.FileNotFound, Assert.Single(outcomes).Error!.Kind);
        Assert.Equal((ClovaOcrErrorKind.InvalidSecret, 1), (batch.StopReason!.Kind, calls));
    }

    [Fact]
    public async Task Cancelling_ends_the_calls_under_way_at_once()
    {
        var reached = new TaskCompletionSource();
        await using var server = new RawServer(_ =>
        {
            reached.TrySetResult();
            return null;
        });
        using var client = Client(server.InvokeUrl, "s");
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), throttleLimit: 2);
        batch.Add(TestData.Specimens("dl")[0]);
        batch.Add(TestData.Specimens("dl")[0]);
        await reached.Task;
        batch.Cancel();
        Assert.Null(batch.Take());
    }

    private static List<CardOutcome> Outcomes(CardBatch batch, string[] files)
    {
        var outcomes = new List<CardOutcome>();
        foreach (var file in files)
        {
            while (batch.IsFull && batch.Take() is { } ready) outcomes.Add(ready);
            batch.Add(file);
        }

        while (batch.Take() is { } outcome) outcomes.Add(outcome);
        return outcomes;
    }

    private static ClovaOcrClient Client(string url, string secret) => new(new ClovaOcrClientOptions
    {
        InvokeUrl = InvokeUrl.Parse(url),
        Secret = new NetworkCredential("", secret).SecurePassword,
    });
}
