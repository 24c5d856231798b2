using System;
using ClovaOcr.Imaging;

namespace ClovaOcr.Review.Pictures;

/// <summary>
/// Cuts a part out of a picture's rows and makes it smaller: each pixel is the mean of the stored pixels that it stands for, those at its
/// edges in part.
/// </summary>
internal sealed class ColorScaler
{
    private readonly PixelRectangle _part;
    private readonly double _scale;
    private readonly float[] _line;
    private readonly float[] _sums;
    private double _weight;
    private int _row;
    private int _done;

    /// <param name="part">What is cut out, in stored pixels.</param>
    /// <param name="longestSide">The most pixels of a side; a smaller part stays as it is.</param>
    public ColorScaler(PixelRectangle part, int longestSide)
    {
        _part = part;
        var shrink = Math.Min(1, (double)longestSide / Math.Max(part.Width, part.Height));
        (Width, Height) = (Math.Max(1, (int)Math.Round(part.Width * shrink)), Math.Max(1, (int)Math.Round(part.Height * shrink)));
        _scale = (double)Width / part.Width;
        Pixels = new byte[Width * Height * ColorRows.PixelBytes];
        (_line, _sums) = (new float[Width * ColorRows.PixelBytes], new float[Width * ColorRows.PixelBytes]);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The smaller picture, whole once all rows were added.</summary>
    public byte[] Pixels { get; }

    /// <summary>Takes the picture's next row.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        var y = _row++ - _part.Top;
        if (y < 0 || y >= _part.Height) return;
        AddAcross(row.Slice(_part.Left * ColorRows.PixelBytes, _part.Width * ColorRows.PixelBytes));

        // A stored row belongs to one row of the smaller picture, or in parts to two.
        var (top, bottom) = ((double)y * Height / _part.Height, (double)(y + 1) * Height / _part.Height);
        var border = _done + 1;
        var first = Math.Min(bottom, border) - top;
        AddDown(first);
        if (bottom < border - 1e-9 && y + 1 < _part.Height) return;
        FinishRow();
        if (_done < Height && bottom > border) AddDown(bottom - border);
    }

    private void AddAcross(ReadOnlySpan<byte> row)
    {
        Array.Clear(_line, 0, _line.Length);
        for (var x = 0; x < _part.Width; x++)
        {
            var (left, right) = (x * _scale, (x + 1) * _scale);
            var place = Math.Min((int)left, Width - 1);
            var first = (float)(Math.Min(right, place + 1) - left);
            var rest = (float)(right - left) - first;
            var isShared = rest > 1e-6f && place + 1 < Width;
            for (var i = 0; i < ColorRows.PixelBytes; i++)
            {
                float value = row[(x * ColorRows.PixelBytes) + i];
                _line[(place * ColorRows.PixelBytes) + i] += value * first;
                if (isShared) _line[((place + 1) * ColorRows.PixelBytes) + i] += value * rest;
            }
        }
    }

    private void AddDown(double weight)
    {
        _weight += weight;
        for (var i = 0; i < _sums.Length; i++) _sums[i] += _line[i] * (float)weight;
    }

    private void FinishRow()
    {
        var to = _done++ * _sums.Length;
        for (var i = 0; i < _sums.Length; i++) Pixels[to + i] = Light.Clamp((int)((_sums[i] / _weight) + 0.5));
        Array.Clear(_sums, 0, _sums.Length);
        _weight = 0;
    }
}
