using System;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>Where pictures are decoded and read: a few at once, however many calls there are, because each may take hundreds of megabytes.</summary>
/// <param name="reader">Finds cards in pictures.</param>
/// <param name="places">How many pictures there may be at once; further calls wait.</param>
/// <param name="readerFailed">Is told why a reader failed; null for nobody.</param>
internal sealed class ReadingDesk(ICardReader reader, int places, Action<string>? readerFailed) : IAsyncDisposable
{
    private readonly Gate _gate = new(places);

    /// <summary>Decodes a call's picture and reads it.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellation">Ends the reading, or the waiting for its place, at once.</param>
    /// <exception cref="OperationCanceledException">The caller or the end of the desk ended it.</exception>
    public Task<CardInference> InferAsync(CardRequest request, CancellationToken cancellation) =>
        _gate.PassAsync(end => Task.Run(() => ReadAsync(request, end), end), cancellation);

    /// <summary>Ends what is being read; when this returns, no picture is left.</summary>
    public ValueTask DisposeAsync() => _gate.DisposeAsync();

    private async Task<CardInference> ReadAsync(CardRequest request, CancellationToken cancellation)
    {
        using var picture = request.Format.Decode(request.Picture, cancellation);
        if (picture is null) return CardInference.Unreadable;
        var page = request.Format.IsPage ? new ConvertedPage(picture.Width, picture.Height) : null;
        try
        {
            return CardInference.Of(await reader.ReadAsync(picture, cancellation), page);
        }
        catch (CardReaderException exception)
        {
            // The cause is for who runs the emulator, as the service keeps its own to itself.
            readerFailed?.Invoke(exception.Message);
            return CardInference.Failed;
        }
    }
}
