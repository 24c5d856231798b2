using System;
using ClovaOcr.Cards;

namespace ClovaOcr;

/// <summary>The one exception of this library: what happened, to which file, in which request, and what to do about it.</summary>
/// <param name="kind">What went wrong.</param>
/// <param name="problem">What happened and the remedy, as sentences without personal data.</param>
/// <param name="innerException">The cause, if it has a message of its own worth keeping.</param>
public sealed class ClovaOcrException(ClovaOcrErrorKind kind, string problem, Exception? innerException = null)
    : Exception(problem, innerException)
{
    /// <summary>What went wrong.</summary>
    public ClovaOcrErrorKind Kind { get; } = kind;

    /// <summary>What happened and the remedy, without file and request.</summary>
    public string Problem { get; } = problem;

    /// <summary>The HTTP status of the answer; null when there was none.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The service's own code with its leading zeros, such as <c>0025</c>; null when the service gave none.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>The identifier that this library gave the request; null when none was sent.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's identifier of the failed call, for its support; null when the service gave none.</summary>
    public string? TraceId { get; init; }

    /// <summary>The file in question, as it is; null when it is not about one file. File names are often people's names.</summary>
    public string? FilePath { get; init; }

    /// <summary>Whether the same call may succeed if it is made again.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>The wait that the answer asks for before the same call is made again (<c>Retry-After</c>); null when it asks for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the service may have done the work, and bill it, although its answer did not come: a time-out, a connection lost after the
    /// picture was sent, a gateway that lost the answer, an answer that cannot be used.
    /// </summary>
    public bool MayHaveBeenBilled { get; init; }

    /// <summary>Whether no other call can succeed either: the set-up is wrong, or the quota is spent.</summary>
    public bool StopsBatch { get; init; }

    /// <summary>The file (as <see cref="ShownText"/> shows it), what happened, the remedy, and the identifiers of the request.</summary>
    public override string Message
    {
        get
        {
            var file = FilePath is null ? "" : $"'{ShownText.Of(FilePath)}': ";
            var request = RequestId is null ? "" : TraceId is null ? $" (request {RequestId})" : $" (request {RequestId}, trace {TraceId})";
            return file + Problem + request;
        }
    }

    /// <summary>
    /// The exception for a failure that this library did not foresee. Of the cause only the type is told: its message may repeat data.
    /// </summary>
    public static ClovaOcrException Unforeseen(Exception cause) => new(
        ClovaOcrErrorKind.InternalError, $"This file met a fault in the module ({cause.GetType().Name}). The others go on. Please report it.");

    /// <summary>The same exception, about one file.</summary>
    public ClovaOcrException ForFile(string path) => With(Problem, path);

    /// <summary>The same exception for a batch that it ended, with the number of answers that came before.</summary>
    public ClovaOcrException AfterCards(int answered) =>
        Adding($"No further call was made; {answered} answered before.");

    /// <summary>The same exception with one more sentence.</summary>
    internal ClovaOcrException Adding(string sentence) => With($"{Problem} {sentence}", FilePath);

    private ClovaOcrException With(string problem, string? path) => new(Kind, problem, InnerException)
    {
        HttpStatus = HttpStatus,
        ServiceCode = ServiceCode,
        RequestId = RequestId,
        TraceId = TraceId,
        FilePath = path,
        IsRetryable = IsRetryable,
        RetryAfter = RetryAfter,
        MayHaveBeenBilled = MayHaveBeenBilled,
        StopsBatch = StopsBatch,
    };
}
