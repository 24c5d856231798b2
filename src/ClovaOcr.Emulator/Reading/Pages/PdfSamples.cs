using System;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>Draws a picture from its samples (ISO 32000-1, 8.9.5).</summary>
internal sealed class PdfSamples
{
    private readonly int _width;
    private readonly int _height;
    private readonly int _bits;
    private readonly PdfColor _color;

    // For each sample of a pixel, and each of its values: 0 to 255, or a place in the palette. Of 16 bits the lower half is not looked at.
    private readonly byte[][] _levels;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="bits">Of a sample: 1, 2, 4, 8 or 16.</param>
    /// <param name="color">What samples mean.</param>
    /// <param name="decode">For each sample what its least and its greatest value mean, if that is not as usual.</param>
    public PdfSamples(int width, int height, int bits, PdfColor color, double[]? decode)
    {
        (_width, _height, _bits, _color) = (width, height, bits, color);
        var most = (1 << Math.Min(bits, 8)) - 1;
        var unit = color.Palette is null ? 255 : 1;
        double[] usual = color.Palette is null ? [0, 1] : [0, most];
        _levels = [.. Enumerable.Range(0, color.Samples).Select(sample =>
        {
            var (least, greatest) = decode is not null && decode.Length >= (sample + 1) * 2
                ? (decode[sample * 2], decode[(sample * 2) + 1])
                : (usual[0], usual[1]);
            return Enumerable.Range(0, most + 1).Select(value => Level((least + (value * (greatest - least) / most)) * unit)).ToArray();
        })];

        static byte Level(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
    }

    /// <exception cref="InvalidDataException">There are too few.</exception>
    public SKBitmap Draw(ReadOnlySpan<byte> samples)
    {
        var rowBytes = RowBytes(_width, _color.Samples, _bits);
        if (samples.Length < (long)rowBytes * _height) throw TooFew();
        var bitmap = new SKBitmap(new SKImageInfo(_width, _height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        Span<byte> levels = stackalloc byte[4];
        for (var y = 0; y < _height; y++)
        {
            var row = samples.Slice(y * rowBytes, rowBytes);
            for (var x = 0; x < _width; x++)
            {
                for (var i = 0; i < _color.Samples; i++) levels[i] = _levels[i][SampleAt(row, (x * _color.Samples) + i, _bits)];
                Paint(levels, pixels.Slice((y * bitmap.RowBytes) + (x * 4), 4));
            }
        }

        return bitmap;
    }

    /// <summary>A picture of one bit that is black where it paints, which is where the bits are zero, and can be seen through elsewhere.</summary>
    /// <exception cref="InvalidDataException">There are too few samples.</exception>
    public static SKBitmap Stencil(ReadOnlySpan<byte> samples, int width, int height, bool isInverted)
    {
        var rowBytes = RowBytes(width, 1, 1);
        if (samples.Length < (long)rowBytes * height) throw TooFew();
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = bitmap.GetPixelSpan();
        pixels.Clear();
        var painting = isInverted ? 1 : 0;
        for (var y = 0; y < height; y++)
        {
            var row = samples.Slice(y * rowBytes, rowBytes);
            for (var x = 0; x < width; x++)
                if (SampleAt(row, x, 1) == painting) pixels[(y * bitmap.RowBytes) + (x * 4) + 3] = 255;
        }

        return bitmap;
    }

    /// <summary>A gray picture turned to its opposite.</summary>
    public static SKBitmap Inverted(SKBitmap gray)
    {
        var inverted = gray.Copy();
        foreach (ref var level in inverted.GetPixelSpan()) level = (byte)(255 - level);
        return inverted;
    }

    private void Paint(ReadOnlySpan<byte> levels, Span<byte> pixel)
    {
        pixel[3] = 255;
        if (_color.Palette is { } palette)
        {
            var place = levels[0] * _color.Inks;
            if (place + _color.Inks > palette.Length) throw new InvalidDataException("A colour is not in the palette.");
            levels = palette.AsSpan(place, _color.Inks);
        }

        if (_color.Inks == 4)
            for (var i = 0; i < 3; i++) pixel[i] = (byte)((255 - levels[i]) * (255 - levels[3]) / 255);
        else
            for (var i = 0; i < 3; i++) pixel[i] = levels[_color.Inks == 1 ? 0 : i];
    }

    // Samples stand from the highest bit down.
    private static int SampleAt(ReadOnlySpan<byte> row, int index, int bits) => bits switch
    {
        8 => row[index],
        16 => row[index * 2],
        _ => (row[index * bits / 8] >> (8 - bits - (index * bits % 8))) & ((1 << bits) - 1),
    };

    private static int RowBytes(int width, int samples, int bits) => ((width * samples * bits) + 7) / 8;

    private static InvalidDataException TooFew() => new("A picture's data end too early.");
}
