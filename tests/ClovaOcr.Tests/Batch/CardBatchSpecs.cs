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
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), new CardBatchOptions());
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
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), new CardBatchOptions { ThrottleLimit = limit });
        for (var i = 0; i < 12; i++) batch.Add(TestData.Specimens("dl")[0]);
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
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), new CardBatchOptions { ThrottleLimit = 1 });
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
        using var batch = new CardBatch(new CardReader(client, new CardReaderOptions()), new CardBatchOptions { ThrottleLimit = 2 });
        batch.Add(TestData.Specimens("dl")[0]);
        batch.Add(TestData.Specimens("dl")[0]);
        await reached.Task;
        batch.Cancel();
        Assert.True(batch.IsDone);
    }

    private static List<CardOutcome> Outcomes(CardBatch batch, string[] files)
    {
        var outcomes = new List<CardOutcome>();
        foreach (var file in files)
        {
            while (batch.IsFull) TakeInto(outcomes, batch);
            batch.Add(file);
        }

        while (!batch.IsDone) TakeInto(outcomes, batch);
        return outcomes;
    }

    private static void TakeInto(List<CardOutcome> outcomes, CardBatch batch)
    {
        if (batch.TryTake(System.TimeSpan.FromMinutes(1), out var outcome)) outcomes.Add(outcome!);
    }

    private static ClovaOcrClient Client(string url, string secret) => new(new ClovaOcrClientOptions
    {
        InvokeUrl = InvokeUrl.Parse(url),
        Secret = new NetworkCredential("", secret).SecurePassword,
    });
}
