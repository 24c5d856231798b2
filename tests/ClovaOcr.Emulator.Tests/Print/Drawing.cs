using System;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print.Lines;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>Small pictures, pixel by pixel.</summary>
internal static class Drawing
{
    /// <summary>Black where there is a <c>#</c>, white elsewhere.</summary>
    public static InkMask Ink(params string[] rows) => InkMask.Of(Of(rows[0].Length, rows.Length, (x, y) => rows[y][x] == '#' ? 0 : 255));

    /// <summary>Black boxes on white.</summary>
    public static InkMask Ink(int width, int height, params PixelBox[] boxes)
    {
        var samples = new byte[width * height];
        samples.AsSpan().Fill(255);
        foreach (var box in boxes)
        {
            for (var y = box.Top; y < box.Bottom; y++) samples.AsSpan((y * width) + box.Left, box.Width).Clear();
        }

        return InkMask.Of(new GrayImage(width, height, samples));
    }

    public static GrayImage Of(int width, int height, Func<int, int, double> level)
    {
        var samples = new byte[width * height];
        for (var i = 0; i < samples.Length; i++) samples[i] = (byte)level(i % width, i / width);
        return new GrayImage(width, height, samples);
    }

    public static GrayImage Noise(int width, int height, int seed)
    {
        var samples = new byte[width * height];
        new Random(seed).NextBytes(samples);
        return new GrayImage(width, height, samples);
    }
}
