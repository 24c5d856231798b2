using System;
using ClovaOcr.Cards;

namespace ClovaOcr.Batch;

/// <summary>One attempt to come to a card's outcome: what it gave, or why it gave nothing.</summary>
internal sealed record CardAttempt
{
    /// <summary>The hash of the file's bytes; null when it could not be read.</summary>
    public string? ImageHash { get; init; }

    /// <summary>Null when the attempt failed.</summary>
    public CardReading? Reading { get; init; }

    /// <summary>Whether the journal had the reading.</summary>
    public bool FromJournal { get; init; }

    /// <summary>Null when the attempt did not fail.</summary>
    public ClovaOcrException? Error { get; init; }

    /// <summary>Why the journal could not keep the reading; null when it could.</summary>
    public ClovaOcrException? NotKept { get; init; }

    /// <summary>Whether the service took the call on, whatever came of it.</summary>
    public bool WasLetIn => CallTime is not null && (Reading is not null || Error is { IsRetryable: false, HttpStatus: not null });

    /// <summary>Whether another card with the same picture is being read, whose answer is to be waited for.</summary>
    public bool Follows { get; init; }

    /// <summary>From reading the file to the end of the call; null when no call was made.</summary>
    public TimeSpan? CallTime { get; init; }
}
