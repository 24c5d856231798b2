using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Journal;

/// <summary>Where the last record of each key is, in some 50 to 100 bytes of memory each. Safe to use from many threads.</summary>
internal sealed class JournalIndex
{
    private const int ResultBits = 2;

    // The record's place, and its result in the lowest bits.
    private readonly Dictionary<JournalKey, long> _places = [];

    public int Count
    {
        get
        {
            lock (_places) return _places.Count;
        }
    }

    public void Set(JournalKey key, long offset, InferResult result)
    {
        lock (_places) _places[key] = (offset << ResultBits) | (long)result;
    }

    public bool TryFind(JournalKey key, out long offset, out InferResult result)
    {
        long place;
        bool isThere;
        lock (_places) isThere = _places.TryGetValue(key, out place);
        (offset, result) = (place >> ResultBits, (InferResult)(place & ((1 << ResultBits) - 1)));
        return isThere;
    }
}
