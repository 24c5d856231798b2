using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>A Huffman table of a masked copy, as the check reads it: what every 16 bits begin with.</summary>
internal sealed class CopiedCodes
{
    private readonly ushort[] _entries = new ushort[1 << 16];
    private readonly bool[] _isUsed = new bool[256];
    private readonly int _symbols;

    public CopiedCodes(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.Length;
        var (place, next) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            for (var i = 0; i < counts[length - 1]; i++, next++)
            {
                var reach = 1 << (16 - length);
                if (place + reach > _entries.Length) throw Refusal.NotProved("a Huffman table has too many codes");
                _entries.AsSpan(place, reach).Fill((ushort)((length << 8) | symbols[next]));
                place += reach;
            }
        }
    }

    /// <summary>Whether each symbol of the table was looked up, and none is in it twice.</summary>
    public bool AreAllUsed
    {
        get
        {
            var used = 0;
            foreach (var isUsed in _isUsed) used += isUsed ? 1 : 0;
            return used == _symbols;
        }
    }

    /// <summary>The length and the symbol of the code that 16 bits begin with.</summary>
    public (int Length, int Symbol) Find(int bits)
    {
        var entry = _entries[bits];
        if (entry == 0) throw Refusal.NotProved("its picture holds a code that is in no table");
        _isUsed[entry & 0xFF] = true;
        return (entry >> 8, entry & 0xFF);
    }
}
