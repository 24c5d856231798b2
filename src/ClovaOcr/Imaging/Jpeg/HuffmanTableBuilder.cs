using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>The best table for symbols that occur so and so often, with no code longer than 16 bits (T.81, K.2).</summary>
internal static class HuffmanTableBuilder
{
    private const int SymbolCount = 256;

    // A symbol of its own that occurs once takes the code of all ones, which no real symbol may have (T.81, K.2).
    private const int Reserved = 256;

    // Lengths that codes can reach before they are limited: with 257 symbols, a tree is at most 256 deep.
    private const int DeepestTree = 256;

    /// <param name="frequencies">How often each of the 256 symbols occurs.</param>
    public static HuffmanTable Build(ReadOnlySpan<long> frequencies)
    {
        var lengths = CodeLengths(frequencies);
        var counts = new int[DeepestTree + 1];
        foreach (var length in lengths) counts[length]++;
        counts[0] = 0;
        Limit(counts);

        // The order by length stands when lengths are limited; symbols of one length go by number.
        var symbols = Enumerable.Range(0, SymbolCount).Where(symbol => lengths[symbol] > 0).OrderBy(symbol => lengths[symbol]);
        return new(
            [.. counts.Skip(1).Take(HuffmanTable.LongestCode).Select(count => (byte)count)],
            [.. symbols.Select(symbol => (byte)symbol)]);
    }

    // Figure K.1: join the two rarest trees until one is left; every symbol in them gets one bit longer each time.
    private static int[] CodeLengths(ReadOnlySpan<long> frequencies)
    {
        var lengths = new int[SymbolCount + 1];
        var trees = new List<(long Frequency, List<int> Symbols)> { (1, [Reserved]) };
        for (var symbol = 0; symbol < SymbolCount; symbol++)
            if (frequencies[symbol] > 0) trees.Add((frequencies[symbol], [symbol]));

        while (trees.Count > 1)
        {
            var (first, second) = (TakeRarest(trees), TakeRarest(trees));
            first.Symbols.AddRange(second.Symbols);
            foreach (var symbol in first.Symbols) lengths[symbol]++;
            trees.Add((first.Frequency + second.Frequency, first.Symbols));
        }

        return lengths;
    }

    // Of equally rare trees the one with the largest symbol goes first, so that the reserved one gets the longest code.
    private static (long Frequency, List<int> Symbols) TakeRarest(List<(long Frequency, List<int> Symbols)> trees)
    {
        var rarest = 0;
        for (var i = 1; i < trees.Count; i++)
        {
            var order = trees[i].Frequency.CompareTo(trees[rarest].Frequency);
            if (order < 0 || (order == 0 && trees[i].Symbols.Max() > trees[rarest].Symbols.Max())) rarest = i;
        }

        var tree = trees[rarest];
        trees.RemoveAt(rarest);
        return tree;
    }

    // Figure K.3: two of the longest codes make room by moving under a shorter one; at last the reserved code goes.
    private static void Limit(int[] counts)
    {
        for (var length = DeepestTree; length > HuffmanTable.LongestCode; length--)
        {
            while (counts[length] > 0)
            {
                var shorter = length - 2;
                while (counts[shorter] == 0) shorter--;
                counts[length] -= 2;
                counts[length - 1]++;
                counts[shorter + 1] += 2;
                counts[shorter]--;
            }
        }

        counts[Array.FindLastIndex(counts, HuffmanTable.LongestCode, count => count > 0)]--;
    }
}
