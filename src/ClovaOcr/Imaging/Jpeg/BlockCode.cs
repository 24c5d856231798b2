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

    /// <summary>The refusal of a coefficient of so many bits, or else of one past a block's last.</summary>
    public static ClovaOcrException TooLarge(int width) => Refusal.Damaged(width > WidestCoefficient
        ? "a coefficient is larger than 8-bit samples can have"
        : "a block has more coefficients than there are");

    /// <summary>The number that so many bits mean (T.81, figure F.12).</summary>
    public static int Extend(int bits, int width) => bits < 1 << (width - 1) ? bits - (1 << width) + 1 : bits;

    /// <summary>How many bits a number takes, without its sign.</summary>
    public static int WidthOf(int value)
    {
        var width = 0;
        for (var rest = Math.Abs(value); rest > 0; rest >>= 1) width++;
        return width;
    }

    /// <summary>
    /// The symbol for a number after so many zeros, with its bits above the low eight; a negative one is written as one less, in its low
    /// bits (T.81, F.1.2.1).
    /// </summary>
    public static uint Symbol(int zeros, int value, int width) =>
        (uint)(((value < 0 ? value - 1 : value) & ((1 << width) - 1)) << 8 | (zeros << 4) | width);
}
