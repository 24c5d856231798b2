using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Protocol;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>How many pictures are in memory at once.</summary>
public sealed class ReadingDeskSpecs : IAsyncDisposable
{
    private const int Places = 3;

    private readonly WatchedReader _reader = new();
    private readonly ReadingDesk _desk;

    private int _decoded;

    public ReadingDeskSpecs() => _desk = new(_reader, Places, readerFailed: null);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_calls_no_more_pictures_are_decoded_than_there_are_places()
    {
        var calls = Enumerable.Range(0, 30).Select(_ => InferAsync(Cancellation)).ToArray();
        await Eventually.IsTrueAsync(() => _reader.Inside >= Places);

        // Whatever else could begin gets its turn.
        for (var turn = 0; turn < 10_000; turn++) await Task.Yield();
        Assert.Equal((Places, Places), (_decoded, _reader.Inside));

        _reader.Go.SetResult();
        Assert.All(await Task.WhenAll(calls), inference => Assert.Equal(InferResult.FAILURE, inference.Result));
        Assert.Equal((30, 0), (_decoded, _reader.Inside));
        Assert.InRange(_reader.Most, 1, Places);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_place_can_be_cancelled_and_decodes_nothing()
    {
        using var caller = new CancellationTokenSource();
        var calls = Enumerable.Range(0, Places).Select(_ => InferAsync(Cancellation)).ToArray();
        await Eventually.IsTrueAsync(() => _reader.Inside >= Places);
        var waiting = InferAsync(caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _reader.Go.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(Places, _decoded);
    }

    [Fact]
    public async Task A_reading_that_is_cancelled_gives_its_place_back()
    {
        using var caller = new CancellationTokenSource();
        var calls = Enumerable.Range(0, Places).Select(_ => InferAsync(caller.Token)).ToArray();
        await Eventually.IsTrueAsync(() => _reader.Inside >= Places);
        await caller.CancelAsync();
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        _reader.Go.SetResult();
        Assert.Equal(InferResult.FAILURE, (await InferAsync(Cancellation)).Result);
    }

    [Fact]
    public async Task When_the_desk_ends_so_does_what_is_read_and_what_waits()
    {
        var calls = Enumerable.Range(0, Places + 2).Select(_ => InferAsync(Cancellation)).ToArray();
        await Eventually.IsTrueAsync(() => _reader.Inside >= Places);
        await _desk.DisposeAsync();
        Assert.Equal((Places, 0), (_decoded, _reader.Inside));
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private Task<CardInference> InferAsync(CancellationToken cancellation)
    {
        var format = new PictureFormat([], (file, _) =>
        {
            Interlocked.Increment(ref _decoded);
            return Picture.Decode(file);
        }, IsPage: false);
        return _desk.InferAsync(new("1", "1", TestPictures.Blank(), format), cancellation);
    }

    /// <summary>Knows no picture, and holds each until it is told to go on.</summary>
    private sealed class WatchedReader : ICardReader
    {
        private readonly Lock _lock = new();

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Inside { get; private set; }

        public int Most { get; private set; }

        public async Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
        {
            lock (_lock) Most = Math.Max(Most, ++Inside);
            try
            {
                await Go.Task.WaitAsync(cancellation);
                return null;
            }
            finally
            {
                lock (_lock) Inside--;
            }
        }
    }
}
