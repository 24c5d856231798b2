using System;
using System.Runtime.CompilerServices;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>A picture made small enough to look at as a whole: brightness and two differences of colours, in levels of 255.</summary>
internal sealed class Miniature
{
    /// <summary>Pixels of the longer side, at most.</summary>
    public const int LongestSide = 640;

    // Of a block of many pixels, these in a row and in a column are enough to even out noise.
    private const int MostSamples = 5;

    private Miniature(int width, int height, double scale)
    {
        (Width, Height, Scale) = (width, height, scale);
        Planes = [new float[width * height], new float[width * height], new float[width * height]];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels of the picture to one of this.</summary>
    public double Scale { get; }

    /// <summary>Brightness, red against green, yellow against blue; row after row.</summary>
    public float[][] Planes { get; }

    public static Miniature Of(Picture picture)
    {
        var scale = Math.Max(1, Math.Max(picture.Width, picture.Height) / (double)LongestSide);
        var small = new Miniature(Math.Max(1, (int)(picture.Width / scale)), Math.Max(1, (int)(picture.Height / scale)), scale);
        Shrink(picture.Pixels, small);
        var spare = new float[small.Width * small.Height];
        foreach (var plane in small.Planes) Soften(plane, spare, small.Width, small.Height);
        return small;
    }

    // Optimised from its first call on: a test or a benchmark is half over before the runtime comes to it by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shrink(SKBitmap picture, Miniature into)
    {
        var pixels = picture.GetPixelSpan();
        var (bytes, rowBytes) = (picture.BytesPerPixel, picture.RowBytes);
        var step = Math.Max(1, (int)(into.Scale / MostSamples));
        var (brightness, redGreen, yellowBlue) = (into.Planes[0], into.Planes[1], into.Planes[2]);
        for (var y = 0; y < into.Height; y++)
        {
            var (top, bottom) = Block(y, into.Scale, picture.Height);
            for (var x = 0; x < into.Width; x++)
            {
                var (left, right) = Block(x, into.Scale, picture.Width);
                int red = 0, green = 0, blue = 0, count = 0;
                for (var row = top; row < bottom; row += step)
                {
                    for (var at = (row * rowBytes) + (left * bytes); at < (row * rowBytes) + (right * bytes); at += step * bytes)
                    {
                        red += pixels[at];
                        green += bytes == 1 ? pixels[at] : pixels[at + 1];
                        blue += bytes == 1 ? pixels[at] : pixels[at + 2];
                        count++;
                    }
                }

                var (place, part) = ((y * into.Width) + x, 1f / count);
                brightness[place] = ((red * 0.299f) + (green * 0.587f) + (blue * 0.114f)) * part;
                redGreen[place] = (red - green) * 0.5f * part;
                yellowBlue[place] = (((red + green) * 0.5f) - blue) * 0.5f * part;
            }
        }
    }

    private static (int From, int To) Block(int place, double scale, int size)
    {
        var from = Math.Min((int)(place * scale), size - 1);
        return (from, Math.Min(size, Math.Max(from + 1, (int)((place + 1) * scale))));
    }

    // Each pixel and its neighbours by 1, 2, 1, along the rows and then along the columns.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Soften(float[] plane, float[] spare, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var row = y * width;
            for (var x = 0; x < width; x++)
            {
                var (before, after) = (plane[row + Math.Max(0, x - 1)], plane[row + Math.Min(width - 1, x + 1)]);
                spare[row + x] = (before + plane[row + x] + plane[row + x] + after) * 0.25f;
            }
        }

        for (var y = 0; y < height; y++)
        {
            var (above, below, row) = (Math.Max(0, y - 1) * width, Math.Min(height - 1, y + 1) * width, y * width);
            for (var x = 0; x < width; x++)
            {
                plane[row + x] = (spare[above + x] + spare[row + x] + spare[row + x] + spare[below + x]) * 0.25f;
            }
        }
    }
}
