using System;

namespace ClovaOcr.Emulator.Reading;

/// <summary>A picture in shades of gray, 0 (black) to 255.</summary>
internal sealed class GrayImage
{
    private readonly byte[] _samples;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="samples">Row after row, one byte a pixel; not copied.</param>
    public GrayImage(int width, int height, byte[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples.Length, width * height);
        (Width, Height, _samples) = (width, height, samples);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All rows, one after the other.</summary>
    public ReadOnlySpan<byte> Samples => _samples;

    public byte this[int x, int y] => _samples[(y * Width) + x];

    /// <summary>The pixels of a row.</summary>
    public ReadOnlySpan<byte> Row(int y) => _samples.AsSpan(y * Width, Width);

    /// <summary>The picture turned as an EXIF orientation, 1 to 8, says that it is to be shown.</summary>
    public GrayImage Turned(int orientation)
    {
        if (orientation == 1) return this;
        var (width, height) = Turning.Size(orientation, Width, Height);
        var turned = new byte[_samples.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var to = Turning.ToShown(orientation, new Point(x + 0.5, y + 0.5), Width, Height);
                turned[((int)to.Y * width) + (int)to.X] = _samples[(y * Width) + x];
            }
        }

        return new GrayImage(width, height, turned);
    }
}
