using System;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading;

/// <summary>Lets work in, some of it at once; what comes further waits for its place.</summary>
/// <param name="places">How much work there may be at once.</param>
internal sealed class Gate(int places) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(places, places);
    private readonly CancellationTokenSource _end = new();
    private bool _isDisposed;

    /// <summary>Does work when there is a place for it.</summary>
    /// <param name="work">The work, which ends when its token says so: the caller's, or the gate's own at its end.</param>
    /// <param name="cancellation">Ends the work, or the waiting for its place, at once.</param>
    /// <exception cref="OperationCanceledException">The caller or the end of the gate ended it.</exception>
    public async Task<T> PassAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _end.Token);
        await _places.WaitAsync(end.Token);
        try
        {
            return await work(end.Token);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Ends the work that is under way; when this returns, there is none.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        await _end.CancelAsync();
        for (var taken = 0; taken < places; taken++) await _places.WaitAsync();
    }
}
