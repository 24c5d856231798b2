using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>How a block's coefficients are coded (T.81, F.1.2 and F.2.2).</summary>
internal static class BlockCode
{
    public const int EndOfBlock = 0;
    public const int RunOfSixteenZeros = 0xF0;

    /// <summary>The width of differences that 8-bit samples can have (T.81, table F.1).</summary>
    public const int WidestDifference = 11;

    /// <summary>The width of coefficients that 8-bit samples can have (T.81, table F.2).</summary>
    public const int WidestCoefficient = 10;

    private const int FarthestDc = short.MaxValue;

    /// <summary>Reads a DC difference.</summary>
    /// <param name="reader">The bits.</param>
    /// <param name="decoder">The table.</param>
    /// <param name="previous">The component's DC coefficient before.</param>
    /// <returns>The DC coefficient.</returns>
    public static int ReadDc(ref BitReader reader, HuffmanDecoder decoder, int previous)
    {
        reader.Fill();
        var width = decoder.Read(ref reader);
        if (width > WidestDifference) throw Refusal.Damaged("a brightness step is larger than 8-bit samples can have");
        var dc = previous + (width == 0 ? 0 : Extend(reader.Take(width), width));
        return Math.Abs(dc) <= FarthestDc ? dc : throw Refusal.Damaged("a brightness is outside every range");
    }

    /// <summary>Reads the symbol of an AC coefficient, whose bits the reader holds then, or one of the two that have none.</summary>
    public static int ReadAcSymbol(ref BitReader reader, HuffmanDecoder decoder)
    {
        reader.Fill();
        var symbol = decoder.Read(ref reader);
        var width = symbol & 15;
        return width <= WidestCoefficient && (width > 0 || symbol is EndOfBlock or RunOfSixteenZeros)
            ? symbol
            : throw Refusal.Damaged("a coefficient is larger than 8-bit samples can have");
    }

    /// <summary>The number that so many bits mean (T.81, figure F.12).</summary>
    public static int Extend(int bits, int width) => bits < 1 << (width - 1) ? bits - (1 << width) + 1 : bits;

    /// <summary>How many bits a number takes, without its sign.</summary>
    public static int WidthOf(int value)
    {
        var width = 0;
        for (var rest = Math.Abs(value); rest > 0; rest >>= 1) width++;
        return width;
    }

    /// <summary>A number in so many bits; a negative one is written as one less, in its low bits (T.81, F.1.2.1).</summary>
    public static int BitsOf(int value, int width) => (value < 0 ? value - 1 : value) & ((1 << width) - 1);
}
