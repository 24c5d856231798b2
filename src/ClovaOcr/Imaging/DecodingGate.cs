using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Imaging;

/// <summary>
/// Lets pictures be decoded side by side only while all of them together have no more pixels than one alone may have, so that many calls
/// at once take no more memory than one. They come in the order in which they asked.
/// </summary>
internal sealed class DecodingGate
{
    private readonly LinkedList<(int Pixels, TaskCompletionSource<bool> Turn)> _waiting = new();
    private int _free = ImageHeader.MaximumPixels;

    /// <summary>Decodes when there is room.</summary>
    /// <param name="header">The picture's.</param>
    /// <param name="decode">What decodes it; run on the thread that waited, if there is room at once.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<T> RunAsync<T>(ImageHeader header, Func<T> decode, CancellationToken cancellation)
    {
        // One that claims more than is decoded is refused by the decoder; it must not wait for room that there never is.
        var pixels = (int)Math.Min((long)header.Width * header.Height, ImageHeader.MaximumPixels);
        await EnterAsync(pixels, cancellation).ConfigureAwait(false);
        try
        {
            return decode();
        }
        finally
        {
            lock (_waiting)
            {
                _free += pixels;
                Admit();
            }
        }
    }

    private async Task EnterAsync(int pixels, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<(int, TaskCompletionSource<bool>)> place;
        lock (_waiting)
        {
            place = _waiting.AddLast((pixels, turn));
            Admit();
        }

        using var leaving = cancellation.Register(() => Leave(place, turn));
        await turn.Task.ConfigureAwait(false);
    }

    // Whoever has come in already stays until the decoder is done.
    private void Leave(LinkedListNode<(int, TaskCompletionSource<bool>)> place, TaskCompletionSource<bool> turn)
    {
        lock (_waiting)
        {
            if (place.List is null) return;
            _waiting.Remove(place);
            Admit();
        }

        turn.TrySetCanceled();
    }

    private void Admit()
    {
        while (_waiting.First is { } first && first.Value.Pixels <= _free)
        {
            _waiting.RemoveFirst();
            _free -= first.Value.Pixels;
            first.Value.Turn.SetResult(true);
        }
    }
}
