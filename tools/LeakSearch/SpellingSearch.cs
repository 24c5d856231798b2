using System;
using System.Collections.Generic;
using System.Linq;

namespace LeakSearch;

/// <summary>Finds a few thousand spellings in one pass: three bytes in a row that begin none of them, which nearly all do, cost one look.</summary>
internal sealed class SpellingSearch
{
    private readonly bool[] _begins = new bool[1 << 24];
    private readonly Dictionary<int, Spelling[]> _byBeginning;

    public SpellingSearch(IEnumerable<SoughtText> texts)
    {
        _byBeginning = texts.SelectMany(Spellings.Of).GroupBy(spelling => Beginning(spelling.Bytes)).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var beginning in _byBeginning.Keys) _begins[beginning] = true;
    }

    /// <summary>How many spellings are sought.</summary>
    public int Count => _byBeginning.Values.Sum(spellings => spellings.Length);

    /// <summary>The spellings in some bytes, each once, with the place of its first occurrence.</summary>
    public IReadOnlyDictionary<Spelling, int> Find(ReadOnlySpan<byte> bytes)
    {
        var found = new Dictionary<Spelling, int>();
        for (var i = 0; i + 3 <= bytes.Length; i++)
        {
            var beginning = Beginning(bytes[i..]);
            if (!_begins[beginning]) continue;
            foreach (var spelling in _byBeginning[beginning])
                if (bytes[i..].StartsWith(spelling.Bytes)) found.TryAdd(spelling, i);
        }

        return found;
    }

    private static int Beginning(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
