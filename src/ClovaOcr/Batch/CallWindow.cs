using System;

namespace ClovaOcr.Batch;

/// <summary>
/// How many calls may be under way. The service caps simultaneous calls per domain and does not say at how many (0025), and other
/// programs may share the cap, so the window feels its way: it grows quickly until the first refusal, becomes what was still in flight
/// then, and from there on tries one more now and then, the more rarely the more often that is refused.
/// </summary>
/// <param name="limit">The most it may be (<c>-ThrottleLimit</c>).</param>
/// <param name="clock">Tells when a call may be made again.</param>
/// <param name="random">Spreads the tries of programs that share a cap.</param>
internal sealed class CallWindow(int limit, IClock clock, Random random)
{
    private const int FirstSize = 8;

    // How many windows of answers come before one more call is tried: first 10, at most 40 answers with a window of 5. Rarer tries spare
    // refusals, which cost nothing, but leave a program that shared the cap slow for long after the others ended (CallWindowSpecs).
    private const int FirstPatience = 2;
    private const int LongestPatience = 8;

    // A refusal comes back at once, so calls that were not refused for so long were let in, long before they are answered.
    private static readonly TimeSpan LetInAfter = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private bool _isGrowing = true;
    private bool _isProbing;
    private int _windowsToProbe = FirstPatience;
    private int _answers;
    private int _refusalsAlone;
    private TimeSpan? _fullSince;
    private TimeSpan? _refusedSince;

    /// <summary>With no answer for so long, only refusals, a refused card fails.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The calls that may be under way.</summary>
    public int Size { get; private set; } = Math.Min(limit, FirstSize);

    /// <summary>No call is to start before this time.</summary>
    public TimeSpan ClosedUntil { get; private set; }

    /// <summary>As many calls are under way as may be. Before the first refusal the window doubles when that lasts a moment.</summary>
    /// <returns>When it is to be looked at again, which is now if it grew; null when only an answer will change it.</returns>
    public TimeSpan? FilledAt(TimeSpan now)
    {
        if (!_isGrowing || Size >= limit) return null;
        _fullSince ??= now;
        if (now - _fullSince < LetInAfter) return _fullSince + LetInAfter;
        _fullSince = null;
        Size = Math.Min(limit, Size * 2);
        return now;
    }

    /// <summary>The service let a call in and answered it.</summary>
    public void Answered()
    {
        _fullSince = null;
        _refusedSince = null;
        _refusalsAlone = 0;
        _answers++;
        if (_isProbing && _answers >= Size) (_isProbing, _windowsToProbe) = (false, 1); // there is room: perhaps another program left
        if (Size >= limit || (!_isGrowing && _answers < Math.Max(Size, 2) * _windowsToProbe)) return;
        _isProbing = !_isGrowing;
        _answers = 0;
        Size++;
    }

    /// <summary>The service refused a call because too many were under way; it is to be made again.</summary>
    /// <param name="stillInFlight">The other calls that are under way.</param>
    /// <returns>False when nothing but refusals came for <see cref="Patience"/>.</returns>
    public bool Refused(int stillInFlight)
    {
        if (_isProbing) _windowsToProbe = Math.Max(FirstPatience, Math.Min(_windowsToProbe * 2, LongestPatience));
        (_isGrowing, _isProbing, _answers) = (false, false, 0);
        Size = Math.Max(1, Math.Min(Size, stillInFlight));

        // With calls of our own in flight the next one starts when one of them ends. With none, others hold the whole cap.
        if (stillInFlight == 0)
        {
            var longest = Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(_refusalsAlone++, 10));
            Close(TimeSpan.FromTicks((long)(longest * random.NextDouble())));
        }

        _refusedSince ??= clock.Now;
        return clock.Now - _refusedSince < Patience;
    }

    /// <summary>No call is to start for a while, as the service asks (<c>Retry-After</c>).</summary>
    public void Close(TimeSpan time)
    {
        var until = clock.Now + (time < Patience ? time : Patience);
        if (until > ClosedUntil) ClosedUntil = until;
    }
}
