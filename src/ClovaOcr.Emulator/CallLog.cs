using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using ClovaOcr.Emulator.Faults;
using ClovaOcr.Emulator.Protocol;

namespace ClovaOcr.Emulator;

/// <summary>Counts calls, never what was in them, and says when there are more than the limits allow.</summary>
/// <param name="cap">How many may be under way at once; null for any number.</param>
/// <param name="quota">How many may be billed; null for any number.</param>
internal sealed class CallLog(int? cap, int? quota)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<InferResult, int> _answered = [];
    private readonly Dictionary<string, int> _refused = [];
    private readonly Dictionary<string, int> _faults = [];
    private ImmutableDictionary<string, PictureStats> _pictures = ImmutableDictionary<string, PictureStats>.Empty;
    private int _calls;
    private int _letIn;
    private int _underWay;
    private int _mostAtOnce;
    private int _billed;
    private int _aborted;

    /// <summary>Whether no further call can be billed.</summary>
    public bool IsQuotaSpent
    {
        get
        {
            lock (_lock) return _billed >= quota;
        }
    }

    public void Arrived()
    {
        lock (_lock) _calls++;
    }

    /// <summary>Lets a call in among the simultaneous ones.</summary>
    /// <returns>Its place, to be disposed of when it is answered; null when there is none left.</returns>
    public Place? TryEnter()
    {
        lock (_lock)
        {
            if (_underWay >= cap) return null;
            _underWay++;
            _mostAtOnce = Math.Max(_mostAtOnce, _underWay);
            return new Place(++_letIn, this);
        }
    }

    public void Sent(string picture)
    {
        lock (_lock) _pictures = _pictures.SetItem(picture, Of(picture) with { Calls = Of(picture).Calls + 1 });
    }

    /// <summary>Bills a call for its picture.</summary>
    /// <returns>False when the quota is spent.</returns>
    public bool TryBill(string picture)
    {
        lock (_lock)
        {
            if (_billed >= quota) return false;
            _billed++;
            _pictures = _pictures.SetItem(picture, Of(picture) with { Billed = Of(picture).Billed + 1 });
            return true;
        }
    }

    public void Answered(InferResult result)
    {
        lock (_lock) Count(_answered, result);
    }

    public void Refused(string code)
    {
        lock (_lock) Count(_refused, code);
    }

    public void Met(Fault fault)
    {
        lock (_lock)
        {
            Count(_faults, fault.Name);
            if (fault.IsRefusal) Count(_refused, fault.Name);
        }
    }

    public void Aborted()
    {
        lock (_lock) _aborted++;
    }

    public EmulatorStats Read()
    {
        lock (_lock)
        {
            return new EmulatorStats(
                _calls,
                _billed,
                _answered.GetValueOrDefault(InferResult.SUCCESS),
                _answered.GetValueOrDefault(InferResult.FAILURE),
                _answered.GetValueOrDefault(InferResult.ERROR),
                new Dictionary<string, int>(_refused),
                new Dictionary<string, int>(_faults),
                _aborted,
                _underWay,
                _mostAtOnce,
                _pictures);
        }
    }

    private static void Count<T>(Dictionary<T, int> counts, T what)
        where T : notnull => counts[what] = counts.GetValueOrDefault(what) + 1;

    private PictureStats Of(string picture) => _pictures.GetValueOrDefault(picture);

    private void Leave()
    {
        lock (_lock) _underWay--;
    }

    /// <summary>The place of one call among the simultaneous ones.</summary>
    /// <param name="number">The call's number among those that were let in, from 1.</param>
    /// <param name="log">What it was let in by.</param>
    internal sealed class Place(long number, CallLog log) : IDisposable
    {
        private bool _isLeft;

        public long Number => number;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isLeft, true)) log.Leave();
        }
    }
}
