using System;
using System.Linq;
using ClovaOcr.Imaging.Jpeg;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class HuffmanTableBuilderSpecs
{
    [Fact]
    public void Frequencies_like_Fibonaccis_numbers_give_no_code_longer_than_16_bits()
    {
        var frequencies = new long[256];
        var (a, b) = (1L, 1L);
        for (var symbol = 0; symbol < 60; symbol++) (frequencies[symbol], a, b) = (a, b, a + b);

        var table = HuffmanTableBuilder.Build(frequencies);
        Assert.Equal(60, table.Symbols.Length);
        Assert.Equal(60, table.Counts.Sum(count => count));
    }

    [Fact]
    public void A_single_symbol_gets_a_code()
    {
        var frequencies = new long[256];
        frequencies[7] = 1000;
        var table = HuffmanTableBuilder.Build(frequencies);
        Assert.Equal([7], table.Symbols);
        Assert.Equal(1, table.Counts[0]);
    }

    [Fact]
    public void Equally_frequent_symbols_get_codes_of_equal_length_but_for_the_reserved_one()
    {
        var frequencies = new long[256];
        for (var symbol = 0; symbol < 256; symbol++) frequencies[symbol] = 100;
        var table = HuffmanTableBuilder.Build(frequencies);
        Assert.Equal((255, 1), (table.Counts[7], table.Counts[8]));
    }

    [Property(MaxTest = 300)]
    public void The_codes_are_complete_but_for_the_one_of_all_ones_and_frequent_symbols_have_no_longer_ones(NonNegativeInt[] counts)
    {
        var frequencies = new long[256];
        for (var i = 0; i < counts.Length && i < 256; i++) frequencies[i] = counts[i].Get;
        var used = frequencies.Count(frequency => frequency > 0);
        if (used == 0) return;

        var table = HuffmanTableBuilder.Build(frequencies);
        Assert.Equal(Enumerable.Range(0, 256).Where(i => frequencies[i] > 0), table.Symbols.Select(symbol => (int)symbol).Order());

        // Kraft's sum in units of the shortest step: all of the code space but at least the place of one code of 16 bits.
        var taken = table.Counts.Select((count, i) => count << (15 - i)).Sum();
        Assert.True(taken < 1 << 16);

        var lengths = table.Counts.SelectMany((count, i) => Enumerable.Repeat(i + 1, count)).ToArray();
        for (var i = 1; i < used; i++)
            if (lengths[i] > lengths[i - 1]) Assert.True(table.Symbols.Take(i).Min(symbol => frequencies[symbol]) >= table.Symbols.Skip(i).Max(symbol => frequencies[symbol]));
    }
}
