using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// A Huffman table as a file states it: how many codes of each length, and their symbols in order (T.81, B.2.4.2 and C.2).
/// </summary>
internal sealed class HuffmanTable
{
    public const int LongestCode = 16;

    /// <param name="counts">Codes of 1 to 16 bits.</param>
    /// <param name="symbols">As many symbols as there are codes.</param>
    /// <exception cref="ClovaOcrException">More codes than their lengths allow.</exception>
    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        Counts = counts.ToArray();
        Symbols = symbols.ToArray();

        // Of the codes of one length, all that begin with a shorter code are taken.
        var free = 1;
        foreach (var count in Counts)
        {
            free = (free * 2) - count;
            if (free < 0) throw Refusal.Damaged("a Huffman table has more codes than there can be");
        }
    }

    public byte[] Counts { get; }

    public byte[] Symbols { get; }
}
