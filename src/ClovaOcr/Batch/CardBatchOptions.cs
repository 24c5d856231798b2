namespace ClovaOcr.Batch;

/// <summary>How a batch is run.</summary>
public sealed record CardBatchOptions
{
    /// <summary>Calls under way at the same time, at the most.</summary>
    public int ThrottleLimit { get; init; } = 4;

    /// <summary>How often and when a call that failed is made again.</summary>
    public RetryPolicy Retry { get; init; } = new();
}
