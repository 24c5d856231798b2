using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using ClovaOcr.Service;

namespace ClovaOcr.Batch;

/// <summary>The way of one card: a file's bytes, an upright copy if its EXIF orientation asks for one, one call, areas mapped back.</summary>
public sealed class CardReader(ClovaOcrClient client, CardReaderOptions options)
{
    /// <summary>Reads one file with one call.</summary>
    /// <returns>What was read, or why nothing was.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<CardOutcome> ReadAsync(string path, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        SourceFile? source = null;
        try
        {
            source = SourceFile.Read(path, options.MaximumFileSize);
            var sent = SentPicture.Of(source);
            var reading = await client.ReadAsync(sent.Bytes, source.Format, options.Encoding, options.Timeout, cancellation).ConfigureAwait(false);
            return new CardOutcome(path, source.Hash, sent.MapToStored(reading), Error: null, clock.Elapsed);
        }
        catch (ClovaOcrException exception)
        {
            return new CardOutcome(path, source?.Hash, Reading: null, exception.ForFile(path), clock.Elapsed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One card must not take the batch's other answers, which are paid for, with it.
            var unforeseen = ClovaOcrException.Unforeseen(exception).ForFile(path);
            return new CardOutcome(path, source?.Hash, Reading: null, unforeseen, clock.Elapsed);
        }
    }
}
