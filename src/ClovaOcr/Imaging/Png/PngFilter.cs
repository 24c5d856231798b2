using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Row filters: each byte less a guess from the bytes to its left and above (PNG, third edition, 9).</summary>
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

    /// <summary>
    /// Filters a row by the type that leaves the smallest numbers, which is the usual guess for what deflates best (12.7).
    /// </summary>
    /// <param name="row">The samples.</param>
    /// <param name="above">The samples of the row above in the same pass; zeros for its first row.</param>
    /// <param name="step">Bytes from a pixel to the one left of it.</param>
    /// <param name="best">Gets the type and the filtered row, one byte longer than the row.</param>
    /// <param name="trial">Room as long as <paramref name="best"/>.</param>
    public static void Choose(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, ref byte[] best, ref byte[] trial)
    {
        var smallest = long.MaxValue;
        for (var type = None; type <= Paeth; type++)
        {
            var sum = Apply(type, row, above, step, trial);
            if (sum >= smallest) continue;
            smallest = sum;
            (best, trial) = (trial, best);
        }
    }

    /// <summary>Leaves a row as it is; best for palettes and samples of less than a byte (12.7).</summary>
    public static void Leave(ReadOnlySpan<byte> row, byte[] unfiltered)
    {
        unfiltered[0] = None;
        row.CopyTo(unfiltered.AsSpan(1));
    }

    // The sum is of the bytes' distances from zero, as signed numbers.
    private static long Apply(byte type, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, byte[] filtered)
    {
        filtered[0] = type;
        var output = filtered.AsSpan(1, row.Length);
        above = above[..row.Length];
        var edge = Math.Min(step, row.Length);
        switch (type)
        {
            case None:
                row.CopyTo(output);
                break;
            case Sub:
                row[..edge].CopyTo(output);
                for (var i = edge; i < row.Length; i++) output[i] = (byte)(row[i] - row[i - step]);
                break;
            case Up:
                for (var i = 0; i < row.Length; i++) output[i] = (byte)(row[i] - above[i]);
                break;
            case Average:
                for (var i = 0; i < edge; i++) output[i] = (byte)(row[i] - (above[i] >> 1));
                for (var i = edge; i < row.Length; i++) output[i] = (byte)(row[i] - ((row[i - step] + above[i]) >> 1));
                break;
            default:
                for (var i = 0; i < edge; i++) output[i] = (byte)(row[i] - above[i]);
                for (var i = edge; i < row.Length; i++) output[i] = (byte)(row[i] - Predict(row[i - step], above[i], above[i - step]));
                break;
        }

        long sum = 0;
        foreach (var value in output) sum += Math.Abs((int)(sbyte)value);
        return sum;
    }

    // 9.4: of left, above and above left, the one nearest to left + above - above left; ties go in that order.
    private static byte Predict(int left, int above, int aboveLeft)
    {
        var toLeft = Math.Abs(above - aboveLeft);
        var toAbove = Math.Abs(left - aboveLeft);
        var toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        if (toLeft <= toAbove && toLeft <= toAboveLeft) return (byte)left;
        return (byte)(toAbove <= toAboveLeft ? above : aboveLeft);
    }
}
