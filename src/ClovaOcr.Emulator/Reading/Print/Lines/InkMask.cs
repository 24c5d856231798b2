using System;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Print.Lines;

/// <summary>Which pixels of a picture are ink, by Sauvola and Pietikäinen's threshold (Adaptive document image binarization, 2000).</summary>
internal sealed class InkMask
{
    // Wider than the strokes of the title, narrower than what is between the photo and the print.
    private const int Window = 51;
    private const double Sensitivity = 0.2;
    private const double LargestDeviation = 128;

    private readonly bool[] _ink;

    private InkMask(int width, int height, bool[] ink) => (Width, Height, _ink) = (width, height, ink);

    public int Width { get; }

    public int Height { get; }

    public bool this[int x, int y] => _ink[(y * Width) + x];

    public ReadOnlySpan<bool> Row(int y) => _ink.AsSpan(y * Width, Width);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static InkMask Of(GrayImage picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var ink = new bool[width * height];

        // Sums over the columns within the window are kept up from row to row, so that each pixel costs the same whatever the window's size.
        var sums = new long[width + 1];
        var squares = new long[width + 1];
        var columnSums = new int[width];
        var columnSquares = new long[width];
        const int reach = Window / 2;
        for (var y = 0; y < Math.Min(height, reach); y++) Count(picture.Row(y), 1);
        for (var y = 0; y < height; y++)
        {
            if (y + reach < height) Count(picture.Row(y + reach), 1);
            if (y - reach - 1 >= 0) Count(picture.Row(y - reach - 1), -1);
            for (var x = 0; x < width; x++)
            {
                sums[x + 1] = sums[x] + columnSums[x];
                squares[x + 1] = squares[x] + columnSquares[x];
            }

            var rows = Math.Min(height - 1, y + reach) - Math.Max(0, y - reach) + 1;
            var row = picture.Row(y);
            for (var x = 0; x < width; x++)
            {
                var (from, to) = (Math.Max(0, x - reach), Math.Min(width, x + reach + 1));
                var count = (double)rows * (to - from);
                var mean = (sums[to] - sums[from]) / count;
                var deviation = Math.Sqrt(Math.Max(0, ((squares[to] - squares[from]) / count) - (mean * mean)));
                ink[(y * width) + x] = row[x] < mean * (1 + (Sensitivity * ((deviation / LargestDeviation) - 1)));
            }
        }

        return new InkMask(width, height, ink);

        void Count(ReadOnlySpan<byte> row, int sign)
        {
            for (var x = 0; x < row.Length; x++)
            {
                columnSums[x] += sign * row[x];
                columnSquares[x] += sign * row[x] * row[x];
            }
        }
    }
}
