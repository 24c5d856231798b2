using System;

namespace ClovaOcr.Batch;

/// <summary>
/// Who stops after the first few answers must not pay for many more. So, of a batch's first answers, each keeps its call's place in the
/// window until it is taken, and k answers taken cost no more than k calls and one window. But no call is to idle for long: when nothing
/// is taken for a moment, because an earlier card is slow or the taker is busy, they give up their places.
/// </summary>
/// <param name="clock">Tells how long nothing was taken.</param>
/// <param name="first">How many answers of the batch count as its first.</param>
internal sealed class HeldAnswers(IClock clock, int first)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private TimeSpan _since;
    private int _waiting;
    private int _taken;
    private bool _gaveUp;

    /// <summary>The places in the window that answers hold at a time.</summary>
    public int PlacesAt(TimeSpan now) => _gaveUp || _taken >= first || now - _since >= Moment ? 0 : _waiting;

    /// <summary>When the answers that hold places at a time give them up; null when none does.</summary>
    public TimeSpan? EndAfter(TimeSpan now) => PlacesAt(now) > 0 ? _since + Moment : null;

    public void Came()
    {
        if (_waiting++ == 0) _since = clock.Now;
    }

    public void Taken()
    {
        // Who was late once is expected to be late again, until nothing waits any more.
        _gaveUp = --_waiting > 0 && (_gaveUp || clock.Now - _since >= Moment);
        _since = clock.Now;
        _taken++;
    }
}
