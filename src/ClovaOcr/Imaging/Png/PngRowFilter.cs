using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// Filters rows before they are compressed (PNG, third edition, 9), each by the type that leaves the smallest numbers, which is the usual
/// guess for what deflates best (12.7). Works on many bytes at once: whatever it computes behind a row's end is thrown away.
/// </summary>
/// <param name="step">Bytes from a pixel to the one left of it.</param>
/// <param name="longestRow">Bytes of the longest row.</param>
internal sealed class PngRowFilter(int step, int longestRow)
{
    // Zeros before a row, for what is left of its first pixel.
    private const int Lead = 8;

    private const ulong HighBits = 0x8080808080808080;
    private const ulong AllButLowBits = 0xFEFEFEFEFEFEFEFE;

    // As many vectors' sums as sixteen bits hold for certain: each adds at most twice 128.
    private const int VectorsBetweenSums = 200;

    private static readonly int Width = Vector<byte>.Count;

    private byte[] _row = new byte[Lead + longestRow + Width];
    private byte[] _above = new byte[Lead + longestRow + Width];
    private byte[] _best = new byte[1 + longestRow + Width];
    private byte[] _trial = new byte[1 + longestRow + Width];
    private int _length;

    /// <summary>Begins the next row.</summary>
    /// <param name="isFirst">Whether there is none above it.</param>
    /// <param name="length">Its bytes.</param>
    /// <returns>Where its samples are to be put.</returns>
    public Span<byte> Begin(bool isFirst, int length)
    {
        (_row, _above) = (_above, _row);
        if (isFirst) Array.Clear(_above, 0, _above.Length);
        _length = length;
        return _row.AsSpan(Lead, length);
    }

    /// <summary>The row as it is, which is best for palettes and samples of less than a byte, behind its filter type.</summary>
    public ArraySegment<byte> Leave()
    {
        _best[0] = 0;
        Buffer.BlockCopy(_row, Lead, _best, 1, _length);
        return new(_best, 0, _length + 1);
    }

    /// <summary>The row filtered, behind its filter type.</summary>
    public ArraySegment<byte> Choose()
    {
        var smallest = long.MaxValue;
        for (byte type = 0; type < 5; type++)
        {
            Apply(type);
            var sum = Sum();
            if (sum >= smallest) continue;
            smallest = sum;
            (_best, _trial) = (_trial, _best);
        }

        return new(_best, 0, _length + 1);
    }

    private void Apply(byte type)
    {
        _trial[0] = type;
        switch (type)
        {
            case 0:
                Buffer.BlockCopy(_row, Lead, _trial, 1, _length);
                break;
            case 1:
                Subtract(_row, Lead - step);
                break;
            case 2:
                Subtract(_above, Lead);
                break;
            case 3:
                SubtractAverage();
                break;
            default:
                SubtractNearest();
                break;
        }
    }

    private void Subtract(byte[] guess, int start)
    {
        for (var i = 0; i < _length; i += Width)
            (new Vector<byte>(_row, Lead + i) - new Vector<byte>(guess, start + i)).CopyTo(_trial, 1 + i);
    }

    // Eight bytes as one number, kept from carrying into each other: half the sum is what both have, and half of what one of them has.
    private void SubtractAverage()
    {
        var row = Numbers(_row, Lead);
        var left = Numbers(_row, Lead - step);
        var above = Numbers(_above, Lead);
        var output = Numbers(_trial, 1);
        for (var i = 0; i < output.Length; i++)
        {
            var average = (left[i] & above[i]) + (((left[i] ^ above[i]) & AllButLowBits) >> 1);
            output[i] = ((row[i] | HighBits) - (average & ~HighBits)) ^ ((row[i] ^ ~average) & HighBits);
        }
    }

    private Span<ulong> Numbers(byte[] bytes, int start) => MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(start, (_length + 7) & ~7));

    // 9.4: of left, above and above left, the one nearest to left + above - above left; ties go in that order. Where left and above lie on
    // the same side of the third, that one is never the nearest; else its distance is the difference of the other two's.
    private void SubtractNearest()
    {
        for (var i = 0; i < _length; i += Width)
        {
            var left = new Vector<byte>(_row, Lead + i - step);
            var above = new Vector<byte>(_above, Lead + i);
            var corner = new Vector<byte>(_above, Lead + i - step);
            var toLeft = Distance(above, corner);
            var toAbove = Distance(left, corner);
            var isSameSide = Vector.Equals(Vector.GreaterThanOrEqual(left, corner), Vector.GreaterThanOrEqual(above, corner));
            var toCorner = Distance(toLeft, toAbove) | isSameSide;
            var isLeft = Vector.LessThanOrEqual(toLeft, toAbove) & Vector.LessThanOrEqual(toLeft, toCorner);
            var other = Vector.ConditionalSelect(Vector.LessThanOrEqual(toAbove, toCorner), above, corner);
            var nearest = Vector.ConditionalSelect(isLeft, left, other);
            (new Vector<byte>(_row, Lead + i) - nearest).CopyTo(_trial, 1 + i);
        }
    }

    private static Vector<byte> Distance(Vector<byte> a, Vector<byte> b) => Vector.Max(a, b) - Vector.Min(a, b);

    // The sum of the bytes' distances from zero, as signed numbers.
    private long Sum()
    {
        long sum = 0;
        var i = 1;
        while (i + Width <= _length + 1)
        {
            var sums = Vector<ushort>.Zero;
            for (var vectors = 0; vectors < VectorsBetweenSums && i + Width <= _length + 1; vectors++, i += Width)
            {
                var bytes = new Vector<byte>(_trial, i);
                Vector.Widen(Vector.Min(bytes, Vector<byte>.Zero - bytes), out var low, out var high);
                sums += low + high;
            }

            for (var lane = 0; lane < Vector<ushort>.Count; lane++) sum += sums[lane];
        }

        for (; i <= _length; i++) sum += Math.Abs((int)(sbyte)_trial[i]);
        return sum;
    }
}
