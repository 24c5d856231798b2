using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Journal;
using ClovaOcr.Service;

namespace ClovaOcr.Batch;

/// <summary>
/// The way of one card: a file's bytes, the journal's answer if there is one, else an upright copy if its EXIF orientation asks for one,
/// one call, the answer kept in the journal, areas mapped back. Safe to use from many threads.
/// </summary>
/// <param name="client">What makes the calls.</param>
/// <param name="options">How files are read and sent.</param>
/// <param name="journal">Where answers are kept; null to keep none. Its owner disposes it, after the batch.</param>
public sealed class CardReader(ClovaOcrClient client, CardReaderOptions options, CardJournal? journal = null)
{
    private readonly ConcurrentDictionary<JournalKey, bool> _answeredInThisRun = new();
    private readonly PictureClaims _claims = new();
    private readonly DecodingGate _decoding = new();
    private int _calls;
    private int _inFlight;

    /// <summary>Whether answers are kept, and pictures told apart by them.</summary>
    internal bool HasJournal => journal is not null;

    /// <summary>Whether a share of the pictures is read, and not all of them.</summary>
    internal bool HasShard => options.Shard is not null;

    /// <summary>The calls made so far.</summary>
    internal int Calls => Volatile.Read(ref _calls);

    /// <summary>The calls under way.</summary>
    internal int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Tries to come to a card's outcome, with one call at the most.</summary>
    internal async Task<CardAttempt> AttemptAsync(QueuedCard card, CancellationToken cancellation)
    {
        var attempt = new CardAttempt();
        try
        {
            var source = Open(card.Path);
            attempt = attempt with { ImageHash = source.Hash };
            if (!IsOfShard(source.Hash)) throw Moved();
            if (HasJournal && !_claims.TryClaim(card, KeyOf(source))) return attempt with { Follows = true };
            return Recall(source) is { } known
                ? attempt with { Reading = known, FromJournal = true }
                : await CallAsync(source, attempt, cancellation).ConfigureAwait(false);
        }
        catch (ClovaOcrException exception)
        {
            return attempt with { Error = exception };
        }
        catch (OperationCanceledException)
        {
            return attempt;
        }
        catch (Exception exception)
        {
            // One card must not take the batch's other answers, which are paid for, with it.
            return attempt with { Error = ClovaOcrException.Unforeseen(exception) };
        }
    }

    /// <summary>Says that a card is over.</summary>
    /// <returns>The cards with the same picture, which waited for it.</returns>
    internal IReadOnlyList<QueuedCard> Release(QueuedCard card) => _claims.Release(card);

    /// <summary>Reads a file.</summary>
    /// <exception cref="ClovaOcrException">It is not there, not readable, empty, too large, or no picture the service takes.</exception>
    internal SourceFile Open(string path) => SourceFile.Read(path, options.MaximumFileSize);

    /// <summary>Whether a picture is in the share that is read.</summary>
    internal bool IsOfShard(string imageHash) => options.Shard is not { } shard || shard.Holds(imageHash);

    /// <summary>
    /// Whether a file's picture is in another share than the one that is read. For this the file is read once, without being held in
    /// memory. One that cannot be read is in every share, so that it is reported and not lost between them.
    /// </summary>
    internal bool IsOfOtherShard(string path, CancellationToken cancellation)
    {
        try
        {
            return HasShard && !IsOfShard(SourceFile.HashOfFile(path, options.MaximumFileSize, cancellation));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What is wrong with it, its attempt says.
            return false;
        }
    }

    /// <summary>What a picture is known by in the journal.</summary>
    internal JournalKey KeyOf(SourceFile source) => JournalKey.Of(source.Hash, client.InvokeUrl.Host, client.InvokeUrl.DomainId);

    /// <summary>The journal's answer if it is to be used: any, but with <see cref="CardReaderOptions.Refresh"/> no earlier run's failure.</summary>
    internal JournalEntry? Answered(SourceFile source) =>
        journal?.Find(KeyOf(source)) is { } entry
        && (entry.Result == InferResult.Success || !options.Refresh || _answeredInThisRun.ContainsKey(KeyOf(source)))
            ? entry
            : null;

    // Its new shard may have passed over what it was before, so this one must not do so too.
    private static ClovaOcrException Moved() => new(
        ClovaOcrErrorKind.ImageChanged,
        "The file became another picture during the run, and one of another shard, which may have missed it. Run that shard again.");

    private CardReading? Recall(SourceFile source) => Answered(source) is { } entry
        ? SentPicture.Replay(source, AreaSpace.Upright).MapToStored(ResponseParser.Parse(entry.Json))
        : null;

    /// <summary>Makes one call. The answer is on the journal's disk when this returns.</summary>
    private async Task<CardAttempt> CallAsync(SourceFile source, CardAttempt attempt, CancellationToken cancellation)
    {
        var sent = await SentPicture.OfAsync(source, _decoding, cancellation).ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        Interlocked.Increment(ref _calls);
        Interlocked.Increment(ref _inFlight);
        try
        {
            var reading = await client.ReadAsync(sent.Bytes, source.Format, options.Encoding, options.Timeout, cancellation).ConfigureAwait(false);
            var notKept = await KeepAsync(source, reading).ConfigureAwait(false);
            return attempt with { Reading = sent.MapToStored(reading), NotKept = notKept, CallTime = clock.Elapsed };
        }
        catch (ClovaOcrException exception)
        {
            return attempt with { Error = exception, CallTime = clock.Elapsed };
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<ClovaOcrException?> KeepAsync(SourceFile source, CardReading reading)
    {
        if (journal is null) return null;
        try
        {
            var key = KeyOf(source);
            await journal.AppendAsync(key, new JournalEntry(reading.Json, reading.Result, DateTimeOffset.UtcNow)).ConfigureAwait(false);
            if (options.Refresh) _answeredInThisRun[key] = true;
            return null;
        }
        catch (ClovaOcrException exception)
        {
            return exception;
        }
        catch (Exception exception)
        {
            // Whatever it is, the answer is paid for and handed out, and no other is paid for that could not be kept.
            return JournalProblem.CannotBeWritten(exception);
        }
    }
}
