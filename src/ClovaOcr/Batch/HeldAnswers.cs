using System;

namespace ClovaOcr.Batch;

/// <summary>
/// Who stops after the first few answers must not pay for many more, so an answer that is ready keeps its place in the window until it
/// is taken. Who is busy with an answer for longer than a moment must not idle the calls, so from then on answers hold no place.
/// </summary>
internal sealed class HeldAnswers(IClock clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private TimeSpan _since;
    private int _ready;
    private bool _isTakerBusy;

    /// <summary>When the answers that are ready stop holding places; null when they hold none.</summary>
    public TimeSpan? End => Count > 0 ? _since + Moment : null;

    /// <summary>The places that they hold.</summary>
    public int Count
    {
        get
        {
            _isTakerBusy |= _ready > 0 && clock.Now - _since >= Moment;
            return _isTakerBusy ? 0 : _ready;
        }
    }

    public void Ready()
    {
        if (_ready++ == 0) _since = clock.Now;
    }

    public void Taken()
    {
        _since = clock.Now;
        if (--_ready == 0) _isTakerBusy = false;
    }
}
