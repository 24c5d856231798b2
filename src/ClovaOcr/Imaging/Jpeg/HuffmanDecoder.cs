using System;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Reads symbols: short codes by one look at a table, longer ones bit by bit (T.81, F.2.2.3).</summary>
internal sealed class HuffmanDecoder
{
    private const int LookBits = 9;

    // For every 9 bits that begin with a short code: its length times 256, plus its symbol. 0 when they begin a longer one.
    private readonly ushort[] _look = new ushort[1 << LookBits];

    // By length: the largest code, left-aligned in 16 bits, plus one step; and what takes a code to its symbol's place.
    private readonly int[] _limit = new int[HuffmanTable.LongestCode + 1];
    private readonly int[] _offset = new int[HuffmanTable.LongestCode + 1];
    private readonly byte[] _symbols;

    public HuffmanDecoder(HuffmanTable table)
    {
        _symbols = table.Symbols;
        var (code, index) = (0, 0);
        for (var length = 1; length <= HuffmanTable.LongestCode; length++, code <<= 1)
        {
            _offset[length] = index - code;
            for (var i = 0; i < table.Counts[length - 1]; i++, code++, index++)
            {
                if (length > LookBits) continue;
                var spare = LookBits - length;
                _look.AsSpan(code << spare, 1 << spare).Fill((ushort)((length << 8) | _symbols[index]));
            }

            _limit[length] = code << (HuffmanTable.LongestCode - length);
        }
    }

    /// <summary>Reads one symbol. The reader must hold at least 16 bits.</summary>
    public int Read(ref BitReader reader)
    {
        var entry = Find(reader.Peek16());
        reader.Skip(entry >> 8);
        return entry & 0xFF;
    }

    /// <summary>The code that 16 bits begin with: its length times 256, plus its symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int next)
    {
        int entry = _look[next >> (HuffmanTable.LongestCode - LookBits)];
        return entry != 0 ? entry : FindLong(next);
    }

    private int FindLong(int next)
    {
        for (var length = LookBits + 1; length <= HuffmanTable.LongestCode; length++)
            if (next < _limit[length])
                return (length << 8) | _symbols[(next >> (HuffmanTable.LongestCode - length)) + _offset[length]];

        throw Refusal.Damaged("its compressed data hold a code that is in no table");
    }
}
