using System;
using System.Globalization;
using System.Text;
using ClovaOcr.Cards;

namespace ClovaOcr.Batch;

/// <summary>How one call went, in figures that a support person asks for. It holds nothing of what is in the picture.</summary>
public sealed record CallReport
{
    /// <summary>The request's identifier; null when the call failed before there was one.</summary>
    public string? RequestId { get; init; }

    /// <summary>1 for the first call for a picture, 2 for the first retry.</summary>
    public int Attempt { get; init; }

    /// <summary>What the service made of the picture; null when the call failed.</summary>
    public InferResult? Result { get; init; }

    /// <summary>Why the call failed; null when it was answered.</summary>
    public ClovaOcrException? Failure { get; init; }

    /// <summary>From reading the file to reading the answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The wait before the next call for the picture; null when there is none.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>The report as one sentence.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        line.AppendFormat(CultureInfo.InvariantCulture, "request {0}, attempt {1}: ", RequestId ?? "not made", Attempt);
        line.Append(Failure is null ? $"{Result}" : $"{Failure.Kind}");
        if (Failure?.HttpStatus is { } status) line.AppendFormat(CultureInfo.InvariantCulture, ", HTTP {0}", status);
        if (Failure?.ServiceCode is { } code) line.AppendFormat(CultureInfo.InvariantCulture, ", code {0}", code);
        if (Failure?.MayHaveBeenBilled == true) line.Append(", may have been billed");
        line.AppendFormat(CultureInfo.InvariantCulture, ", {0:0} ms", Elapsed.TotalMilliseconds);
        if (RetryDelay is { } delay) line.AppendFormat(CultureInfo.InvariantCulture, "; again in {0:0.0} s", delay.TotalSeconds);
        return line.ToString();
    }
}
