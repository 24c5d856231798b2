using System;

namespace ClovaOcr.Batch;

/// <summary>How often and when a call that failed is made again. A call refused because of too many at once (0025) costs no retry.</summary>
public sealed record RetryPolicy
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>How many more calls may be made for one picture after the first.</summary>
    public int MaximumRetryCount { get; init; } = 3;

    /// <summary>The longest wait before the first retry; it doubles with each, to a minute at the most unless it is longer itself.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The wait before a retry: anywhere from nothing to the longest ("full jitter"), so that calls which failed together do not come
    /// back together; but not before the service asks for it, unless that is more than <see cref="CallWindow.Patience"/> away.
    /// </summary>
    /// <param name="retry">1 for the first.</param>
    /// <param name="retryAfter">What the answer's <c>Retry-After</c> says; null when it says nothing.</param>
    /// <param name="random">Where in the range the wait lies.</param>
    internal TimeSpan DelayBefore(int retry, TimeSpan? retryAfter, Random random)
    {
        var ceiling = Interval > Minute ? Interval : Minute;
        var longest = Math.Min(ceiling.TotalSeconds, Interval.TotalSeconds * Math.Pow(2, retry - 1));
        var delay = TimeSpan.FromSeconds(random.NextDouble() * longest);
        var asked = retryAfter < CallWindow.Patience ? retryAfter.Value : retryAfter is null ? TimeSpan.Zero : CallWindow.Patience;
        return asked > delay ? asked : delay;
    }
}
