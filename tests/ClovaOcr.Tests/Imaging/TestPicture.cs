using System;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Pixels to be encoded: smooth shapes with some noise, and within a rectangle a secret that depends on its own seed alone.</summary>
internal sealed class TestPicture
{
    public TestPicture(int width, int height, int channels, (int Left, int Top, int Right, int Bottom) secret = default, int secretSeed = 0, int noise = 12)
    {
        (Width, Height, Channels) = (width, height, channels);
        Samples = new byte[width * height * channels];
        var visible = new Random(width + (height * 1000));
        var hidden = new Random(secretSeed);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var isSecret = x >= secret.Left && x < secret.Right && y >= secret.Top && y < secret.Bottom;
                for (var channel = 0; channel < channels; channel++)
                {
                    var wave = 128 + (70 * Math.Sin((x + (channel * 9)) / 11.0)) + (50 * Math.Cos((y - (channel * 5)) / 7.0));
                    var value = (int)wave + visible.Next(-noise, noise + 1);
                    Samples[(((y * width) + x) * channels) + channel] = (byte)(isSecret ? hidden.Next(256) : Math.Clamp(value, 0, 255));
                }
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    /// <summary>Row by row, a pixel's channels side by side.</summary>
    public byte[] Samples { get; }

    public ReadOnlySpan<byte> Pixel(int x, int y) => Samples.AsSpan(((y * Width) + x) * Channels, Channels);
}
