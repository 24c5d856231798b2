using System;
using ClovaOcr.Imaging.Tiff;

namespace ClovaOcr.Review.Pictures;

/// <summary>The colours of a TIFF. What is seen through lies on white.</summary>
internal sealed class TiffColors
{
    private const int AssociatedAlpha = 1;

    private readonly TiffFile _file;
    private readonly TiffLayout _layout;
    private readonly int _alpha;

    private TiffColors(TiffFile file)
    {
        (_file, _layout) = (file, file.Layout);
        _alpha = Array.FindIndex(_layout.ExtraSamples, kind => kind != 0);
    }

    /// <param name="source">The whole file.</param>
    /// <param name="take">Takes each row.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static void Read(byte[] source, TakeColors take)
    {
        var file = TiffFile.Read(source);
        var (tiff, rows) = (new TiffColors(file), new TiffRows(file, source));
        var colors = new byte[file.Layout.Width * ColorRows.PixelBytes];
        var samples = new int[file.Layout.Samples];
        rows.Read(pixels =>
        {
            for (var x = 0; x < file.Layout.Width; x++)
            {
                tiff.ReadPixel(pixels[(x * rows.PixelBytes)..], samples);
                tiff.Convert(samples, colors.AsSpan(x * ColorRows.PixelBytes, ColorRows.PixelBytes));
            }

            take(colors);
        });
    }

    // Samples from 0 to 255, of sixteen bits the high eight; a palette's index as it is.
    private void ReadPixel(ReadOnlySpan<byte> pixel, int[] samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = _layout.Bits == 16 ? pixel[(i * 2) + 1]
                : _layout.Bits == 8 || _layout.Color == TiffColor.Palette ? pixel[i]
                : pixel[i] * Light.Full / ((1 << _layout.Bits) - 1);
        }
    }

    private void Convert(int[] samples, Span<byte> pixel)
    {
        switch (_layout.Color)
        {
            case TiffColor.Rgb:
                (pixel[0], pixel[1], pixel[2]) = ((byte)samples[0], (byte)samples[1], (byte)samples[2]);
                break;
            case TiffColor.YCbCr:
                Light.FromYCbCr(samples[0], samples[1], samples[2], pixel);
                break;
            case TiffColor.Cmyk:
                Light.FromInks(Light.Full - samples[0], Light.Full - samples[1], Light.Full - samples[2], Light.Full - samples[3], pixel);
                break;
            case TiffColor.Palette:
                var color = _file.Palette[samples[0]];
                (pixel[0], pixel[1], pixel[2]) = ((byte)(color.Red >> 8), (byte)(color.Green >> 8), (byte)(color.Blue >> 8));
                break;
            default:
                Light.FromGray(_layout.Color == TiffColor.GrayFromWhite ? Light.Full - samples[0] : samples[0], pixel);
                break;
        }

        if (_alpha < 0) return;
        var alpha = samples[_layout.ColorSamples + _alpha];
        if (_layout.ExtraSamples[_alpha] != AssociatedAlpha) Light.LayOnWhite(alpha, pixel);
        else for (var i = 0; i < pixel.Length; i++) pixel[i] = Light.Clamp(pixel[i] + Light.Full - alpha);
    }
}
