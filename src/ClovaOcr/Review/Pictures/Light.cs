using System;

namespace ClovaOcr.Review.Pictures;

/// <summary>Red, green and blue of what files store in other ways.</summary>
internal static class Light
{
    public const int Full = 255;

    /// <summary>From brightness and two differences of colour (T.871, 7).</summary>
    public static void FromYCbCr(int y, int blueDifference, int redDifference, Span<byte> pixel)
    {
        var (blue, red) = (blueDifference - 128, redDifference - 128);
        pixel[0] = Clamp(y + (((91881 * red) + 32768) >> 16));
        pixel[1] = Clamp(y - (((22554 * blue) + (46802 * red) - 32768) >> 16));
        pixel[2] = Clamp(y + (((116130 * blue) + 32768) >> 16));
    }

    /// <summary>From what three inks let through, and black with them.</summary>
    public static void FromInks(int cyan, int magenta, int yellow, int black, Span<byte> pixel)
    {
        pixel[0] = (byte)(cyan * black / Full);
        pixel[1] = (byte)(magenta * black / Full);
        pixel[2] = (byte)(yellow * black / Full);
    }

    /// <summary>The same brightness in all three.</summary>
    public static void FromGray(int gray, Span<byte> pixel) => pixel[0] = pixel[1] = pixel[2] = (byte)gray;

    /// <summary>The lightest for the darkest.</summary>
    public static void TurnOver(Span<byte> pixel)
    {
        for (var i = 0; i < pixel.Length; i++) pixel[i] = (byte)(Full - pixel[i]);
    }

    /// <summary>A pixel that is partly seen through, laid on white.</summary>
    public static void LayOnWhite(int alpha, Span<byte> pixel)
    {
        if (alpha == Full) return;
        for (var i = 0; i < pixel.Length; i++) pixel[i] = (byte)(((pixel[i] * alpha) + (Full * (Full - alpha))) / Full);
    }

    public static byte Clamp(int value) => (byte)Math.Min(Math.Max(value, 0), Full);
}
