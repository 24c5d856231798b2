using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>A table's codes by symbol (T.81, C.2).</summary>
internal sealed class HuffmanEncoder
{
    /// <summary>How many of an entry's low bits are the code's length; the code is above them.</summary>
    public const int LengthBits = 8;

    private readonly uint[] _entries = new uint[256];

    public HuffmanEncoder(HuffmanTable table)
    {
        var (code, index) = (0u, 0);
        for (var length = 1; length <= HuffmanTable.LongestCode; length++, code <<= 1)
            for (var i = 0; i < table.Counts[length - 1]; i++, code++, index++)
                _entries[table.Symbols[index]] = (code << LengthBits) | (uint)length;
    }

    /// <summary>Copies the codes to their places, with their lengths.</summary>
    public void CopyTo(Span<uint> entries) => _entries.CopyTo(entries);
}
