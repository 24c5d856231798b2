using System;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// A picture at one scale, and what counts as dark in each part of it: less than the middle between the darkest and the lightest sample
/// near by, so that shadows, lamps and faint prints make no difference.
/// </summary>
internal sealed class Luminance
{
    /// <summary>Samples of a block's sides.</summary>
    public const int Block = 8;

    // Dark and light that differ by less are paper and the sensor's noise.
    private const int FaintestContrast = 12;

    private readonly byte[] _samples;
    private readonly byte[] _middles;
    private readonly byte[] _contrasts;

    public Luminance(GrayPicture picture)
    {
        Picture = picture;
        _samples = picture.Samples;
        (BlocksAcross, BlocksDown) = ((picture.Width + Block - 1) / Block, (picture.Height + Block - 1) / Block);
        var (lows, highs) = Extremes();
        (_middles, _contrasts) = (new byte[lows.Length], new byte[lows.Length]);
        for (var row = 0; row < BlocksDown; row++)
        {
            for (var column = 0; column < BlocksAcross; column++)
            {
                var (low, high) = (byte.MaxValue, byte.MinValue);
                for (var y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, BlocksDown - 1); y++)
                {
                    for (var x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, BlocksAcross - 1); x++)
                    {
                        low = Math.Min(low, lows[(y * BlocksAcross) + x]);
                        high = Math.Max(high, highs[(y * BlocksAcross) + x]);
                    }
                }

                _middles[(row * BlocksAcross) + column] = (byte)((low + high + 1) / 2);
                _contrasts[(row * BlocksAcross) + column] = (byte)(high - low);
            }
        }

        var sorted = (byte[])_contrasts.Clone();
        Array.Sort(sorted);
        UsualContrast = sorted[sorted.Length * 95 / 100];
        LeastContrast = sorted[sorted.Length / 5];
    }

    public GrayPicture Picture { get; }

    /// <summary>The difference between dark and light where there is print: that of the twentieth of the blocks that have most.</summary>
    public int UsualContrast { get; }

    public int Width => Picture.Width;

    public int Height => Picture.Height;

    public int BlocksAcross { get; }

    public int BlocksDown { get; }

    /// <summary>The difference between dark and light around a block.</summary>
    public int Contrast(int column, int row) => _contrasts[(row * BlocksAcross) + column];

    /// <summary>The difference that noise makes where there is no print: that of the fifth of the blocks that have least.</summary>
    public int LeastContrast { get; }

    /// <summary>The brightness of the lightest sample around a block.</summary>
    public int Lightest(int column, int row) => _middles[(row * BlocksAcross) + column] + (Contrast(column, row) / 2);

    /// <summary>The difference between dark and light around a sample.</summary>
    public int ContrastAt(double x, double y) => Contrast(BlockOf(x, BlocksAcross), BlockOf(y, BlocksDown));

    /// <summary>How far a sample must be from the middle to be dark or light for sure.</summary>
    public static int Margin(int contrast) => Math.Max(contrast, FaintestContrast) / 8;

    /// <summary>The middle between dark and light at a sample, smoothly from block to block.</summary>
    public double MiddleAt(double x, double y)
    {
        var across = Within(((x + 0.5) / Block) - 0.5, BlocksAcross - 1);
        var down = Within(((y + 0.5) / Block) - 0.5, BlocksDown - 1);
        return Between(_middles, BlocksAcross, BlocksDown, across, down);
    }

    /// <summary>How much lighter than the middle each sample of a row is, in sixteenths; dark ones are negative.</summary>
    public void Row(int y, int[] lightness)
    {
        var down = Math.Min(Math.Max(((y + 0.5) / Block) - 0.5, 0), BlocksDown - 1);
        var row = (int)down;
        var weight = (int)((down - row) * 16);
        var (upper, lower) = (row * BlocksAcross, Math.Min(row + 1, BlocksDown - 1) * BlocksAcross);
        var samples = Picture.Row(y);

        // From one block's middle to the next; the first and last half block are level.
        var x = 0;
        for (var column = -1; column < BlocksAcross; column++)
        {
            var (from, to) = (Middle(Math.Max(column, 0)), Middle(Math.Min(column + 1, BlocksAcross - 1)));
            var end = Math.Min((column * Block) + (Block / 2) + Block, Width);
            var step = (to - from) / Block;
            for (var middle = from + (column < 0 ? step * Block / 2 : step / 2); x < end; x++, middle += step)
                lightness[x] = (samples[x] * 16) - middle;
        }

        int Middle(int column) => (_middles[upper + column] * (16 - weight)) + (_middles[lower + column] * weight);
    }

    /// <summary>The brightness between samples; past the edges it is that of the edge.</summary>
    public double Sample(double x, double y) => Between(_samples, Width, Height, Within(x, Width - 1), Within(y, Height - 1));

    private static double Between(byte[] values, int width, int height, double x, double y)
    {
        var (left, top) = ((int)x, (int)y);
        var (right, below) = (left + 1 < width ? 1 : 0, top + 1 < height ? width : 0);
        var i = (top * width) + left;
        var upper = values[i] + ((x - left) * (values[i + right] - values[i]));
        var lower = values[i + below] + ((x - left) * (values[i + below + right] - values[i + below]));
        return upper + ((y - top) * (lower - upper));
    }

    private static int BlockOf(double sample, int blocks) => Math.Min(Math.Max((int)((sample + 0.5) / Block), 0), blocks - 1);

    private static double Within(double value, int most) => value < 0 ? 0 : value > most ? most : value;

    private (byte[] Lows, byte[] Highs) Extremes()
    {
        var (lows, highs) = (new byte[BlocksAcross * BlocksDown], new byte[BlocksAcross * BlocksDown]);
        for (var row = 0; row < BlocksDown; row++)
        {
            var lowest = lows.AsSpan(row * BlocksAcross, BlocksAcross);
            var highest = highs.AsSpan(row * BlocksAcross, BlocksAcross);
            lowest.Fill(byte.MaxValue);
            for (var y = row * Block; y < Math.Min((row + 1) * Block, Height); y++)
            {
                var samples = Picture.Row(y);
                for (var column = 0; column < BlocksAcross; column++)
                {
                    var (low, high) = (lowest[column], highest[column]);
                    var end = Math.Min((column + 1) * Block, samples.Length);
                    for (var x = column * Block; x < end; x++)
                    {
                        if (samples[x] < low) low = samples[x];
                        if (samples[x] > high) high = samples[x];
                    }

                    (lowest[column], highest[column]) = (low, high);
                }
            }
        }

        return (lows, highs);
    }
}
