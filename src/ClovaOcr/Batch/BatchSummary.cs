using System;
using System.Globalization;

namespace ClovaOcr.Batch;

/// <summary>What a batch came to so far, in figures.</summary>
public sealed record BatchSummary
{
    /// <summary>Alien registration cards that were read, the journal's included.</summary>
    public int Read { get; init; }

    /// <summary>Answers that the journal had, and that cost no call.</summary>
    public int FromJournal { get; init; }

    /// <summary>Cards of another kind.</summary>
    public int WrongCard { get; init; }

    /// <summary>Pictures in which the service found no card, or which it could not process.</summary>
    public int NotRecognised { get; init; }

    /// <summary>Files that ended in an error.</summary>
    public int Failed { get; init; }

    /// <summary>Calls made, retries and refused ones included.</summary>
    public int Calls { get; init; }

    /// <summary>Calls refused because too many were under way; they are not billed.</summary>
    public int Refused { get; init; }

    /// <summary>Calls made again after one that failed.</summary>
    public int Retried { get; init; }

    /// <summary>Calls made again after one that may have been billed, because its answer was lost on the way.</summary>
    public int PossiblyBilledTwice { get; init; }

    /// <summary>Files that were passed over, because their pictures are another shard's.</summary>
    public int OfOtherShards { get; init; }

    /// <summary>Since the batch was made.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Files that came to an outcome.</summary>
    public int Done => Read + WrongCard + NotRecognised + Failed;

    /// <summary>The figures as a line of the verbose stream.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "Read {0}, from the journal {1}, wrong card {2}, not recognised {3}, failed {4}; calls {5}, refused {6}, retried {7}, "
        + "possibly billed twice {8}{9}; {10:0.0} s.",
        Read,
        FromJournal,
        WrongCard,
        NotRecognised,
        Failed,
        Calls,
        Refused,
        Retried,
        PossiblyBilledTwice,
        OfOtherShards > 0 ? FormattableString.Invariant($"; of other shards {OfOtherShards}") : "",
        Elapsed.TotalSeconds);
}
