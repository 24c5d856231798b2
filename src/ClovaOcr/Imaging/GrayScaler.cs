using System;

namespace ClovaOcr.Imaging;

/// <summary>Makes a <see cref="GrayPicture"/> of a picture's rows, one after the other, so that the picture need not be in memory.</summary>
internal sealed class GrayScaler
{
    private readonly int _width;
    private readonly int _height;
    private readonly int _scale;
    private readonly int[] _sums;
    private readonly GrayPicture _picture;
    private int _row;

    /// <param name="width">The stored width in pixels.</param>
    /// <param name="height">The stored height in pixels.</param>
    /// <param name="largestSide">The most samples of a side.</param>
    public GrayScaler(int width, int height, int largestSide)
    {
        (_width, _height, _scale) = (width, height, GrayPicture.ScaleFor(width, height, largestSide));
        var (across, down) = ((width + _scale - 1) / _scale, (height + _scale - 1) / _scale);
        _sums = new int[across];
        _picture = new(across, down, _scale, new byte[across * down]);
    }

    /// <summary>Takes the next row's brightness, one byte a pixel.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        var place = _row / _scale;
        if (_scale == 1) row[.._width].CopyTo(_picture.Samples.AsSpan(place * _width));
        else AddToSums(row, place);
        _row++;
    }

    /// <summary>The picture, once all rows were added.</summary>
    public GrayPicture Finish() =>
        _row == _height ? _picture : throw new InvalidOperationException("There are rows missing.");

    private void AddToSums(ReadOnlySpan<byte> row, int place)
    {
        for (int x = 0, column = 0; x < _width; x += _scale, column++)
            foreach (var sample in row[x..Math.Min(x + _scale, _width)]) _sums[column] += sample;
        var isLast = _row + 1 == _height || (_row + 1) % _scale == 0;
        if (!isLast) return;

        var rows = (_row % _scale) + 1;
        var samples = _picture.Samples.AsSpan(place * _picture.Width, _picture.Width);
        for (var column = 0; column < samples.Length; column++)
        {
            var count = rows * Math.Min(_scale, _width - (column * _scale));
            samples[column] = (byte)((_sums[column] + (count / 2)) / count);
        }

        Array.Clear(_sums, 0, _sums.Length);
    }
}
