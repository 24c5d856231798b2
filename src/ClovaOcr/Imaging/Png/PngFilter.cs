using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Undoes row filters: each byte less a guess from the bytes to its left and above (PNG, third edition, 9).</summary>
internal static class PngFilter
{
    private const byte None = 0;
    private const byte Sub = 1;
    private const byte Up = 2;
    private const byte Average = 3;
    private const byte Paeth = 4;

    /// <summary>Turns a filtered row into its samples.</summary>
    /// <param name="type">The filter type that stands before the row.</param>
    /// <param name="row">The row, changed in place.</param>
    /// <param name="above">The samples of the row above in the same pass; zeros for its first row.</param>
    /// <param name="step">Bytes from a pixel to the one left of it.</param>
    public static void Undo(byte type, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        above = above[..row.Length];
        switch (type)
        {
            case None:
                break;
            case Sub:
                for (var i = step; i < row.Length; i++) row[i] += row[i - step];
                break;
            case Up:
                for (var i = 0; i < row.Length; i++) row[i] += above[i];
                break;
            case Average:
                for (var i = 0; i < step && i < row.Length; i++) row[i] += (byte)(above[i] >> 1);
                for (var i = step; i < row.Length; i++) row[i] += (byte)((row[i - step] + above[i]) >> 1);
                break;
            case Paeth:
                for (var i = 0; i < step && i < row.Length; i++) row[i] += above[i];
                for (var i = step; i < row.Length; i++) row[i] += Predict(row[i - step], above[i], above[i - step]);
                break;
            default:
                throw Refusal.Damaged("a row has a filter that does not exist");
        }
    }

    // 9.4: of left, above and above left, the one nearest to left + above - above left; ties go in that order. Without branches, because
    // with a picture's noise there is no foretelling them: a shift by 31 leaves all bits of a negative number set, and none of another.
    private static byte Predict(int left, int above, int aboveLeft)
    {
        var (across, down) = (above - aboveLeft, left - aboveLeft);
        var (toLeft, toAbove, toAboveLeft) = (Distance(across), Distance(down), Distance(across + down));
        var isNotLeft = ((toAbove - toLeft) | (toAboveLeft - toLeft)) >> 31;
        var isAboveLeft = (toAboveLeft - toAbove) >> 31;
        return (byte)((left & ~isNotLeft) | (isNotLeft & ((above & ~isAboveLeft) | (aboveLeft & isAboveLeft))));
    }

    private static int Distance(int difference) => (difference ^ (difference >> 31)) - (difference >> 31);
}
