using System;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class DecodingGateSpecs
{
    private readonly DecodingGate _gate = new();

    [Fact]
    public async Task Pictures_that_fit_together_are_decoded_side_by_side()
    {
        var (first, firstEnds) = Start(Megapixels(50));
        var (second, secondEnds) = Start(Megapixels(50));
        await Task.WhenAll(first.Begun, second.Begun);
        firstEnds.SetResult();
        secondEnds.SetResult();
        await Task.WhenAll(first.Ended, second.Ended);
    }

    [Fact]
    public async Task A_picture_waits_while_those_before_it_leave_no_room()
    {
        var (first, firstEnds) = Start(Megapixels(60));
        await first.Begun;
        var began = false;
        var second = _gate.RunAsync(Megapixels(60), () => began = true, CancellationToken.None);
        Assert.False(second.IsCompleted || began);

        firstEnds.SetResult();
        Assert.True(await second);
        await first.Ended;
    }

    [Fact]
    public async Task A_small_picture_does_not_overtake_a_large_one()
    {
        var (first, firstEnds) = Start(Megapixels(60));
        await first.Begun;
        var large = _gate.RunAsync(Megapixels(100), () => 1, CancellationToken.None);
        var small = _gate.RunAsync(Megapixels(1), () => 2, CancellationToken.None);
        Assert.False(small.IsCompleted);

        firstEnds.SetResult();
        Assert.Equal((1, 2), (await large, await small));
        await first.Ended;
    }

    [Fact]
    public async Task One_that_no_longer_waits_lets_those_behind_it_in()
    {
        var (first, firstEnds) = Start(Megapixels(60));
        await first.Begun;
        using var stop = new CancellationTokenSource();
        var large = _gate.RunAsync(Megapixels(100), () => 1, stop.Token);
        var small = _gate.RunAsync(Megapixels(1), () => 2, CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.Equal(2, await small);

        firstEnds.SetResult();
        await first.Ended;
        Assert.Equal(3, await _gate.RunAsync(Megapixels(100), () => 3, CancellationToken.None));
    }

    [Fact]
    public async Task A_picture_that_fails_makes_room_too()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _gate.RunAsync<int>(Megapixels(100), () => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal(1, await _gate.RunAsync(Megapixels(100), () => 1, CancellationToken.None));
    }

    [Fact]
    public async Task One_that_claims_more_than_is_decoded_does_not_wait_for_ever() =>
        Assert.Equal(1, await _gate.RunAsync(new(ImageFormat.Jpeg, 65535, 65535, Orientation.Upright), () => 1, CancellationToken.None));

    private static ImageHeader Megapixels(int count) => new(ImageFormat.Jpeg, 1_000_000, count, Orientation.Upright);

    // Decodes on a thread of its own until it is told to end.
    private ((Task Begun, Task Ended) Decoding, TaskCompletionSource Ends) Start(ImageHeader header)
    {
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ended = Task.Run(() => _gate.RunAsync(
            header,
            () =>
            {
                begun.SetResult();
                ends.Task.Wait();
                return 0;
            },
            CancellationToken.None));
        return ((begun.Task, ended), ends);
    }
}
