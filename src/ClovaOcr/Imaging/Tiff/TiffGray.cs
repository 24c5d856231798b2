using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>The brightness of a TIFF's stored pixels. What is seen through is taken to lie on white.</summary>
internal sealed class TiffGray
{
    private const int White = 255;
    private const int AssociatedAlpha = 1;

    private readonly TiffLayout _layout;
    private readonly byte[] _palette;
    private readonly int _alpha;

    private TiffGray(TiffFile file)
    {
        _layout = file.Layout;
        _palette = Array.ConvertAll(file.Palette, color => Brightness.Of(color.Red >> 8, color.Green >> 8, color.Blue >> 8));
        _alpha = Array.FindIndex(_layout.ExtraSamples, kind => kind != 0);
    }

    /// <summary>Decodes the stored pixels.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="largestSide">The most samples of a side.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static GrayPicture Read(byte[] source, int largestSide)
    {
        var file = TiffFile.Read(source);
        var (gray, rows) = (new TiffGray(file), new TiffRows(file, source));
        var scaler = new GrayScaler(file.Layout.Width, file.Layout.Height, largestSide);
        var row = new byte[file.Layout.Width];
        var samples = new int[file.Layout.Samples];
        rows.Read(pixels =>
        {
            for (var x = 0; x < row.Length; x++)
            {
                gray.ReadPixel(pixels[(x * rows.PixelBytes)..], samples);
                row[x] = gray.BrightnessOf(samples);
            }

            scaler.Add(row);
        });
        return scaler.Finish();
    }

    // Samples from 0 to 255, of sixteen bits the high eight; a palette's index as it is.
    private void ReadPixel(ReadOnlySpan<byte> pixel, int[] samples)
    {
        var isIndex = _layout.Color == TiffColor.Palette;
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = _layout.Bits == 16 ? pixel[(i * 2) + 1]
                : _layout.Bits == 8 || isIndex ? pixel[i]
                : pixel[i] * White / ((1 << _layout.Bits) - 1);
        }
    }

    private byte BrightnessOf(int[] samples)
    {
        var brightness = _layout.Color switch
        {
            TiffColor.GrayFromWhite => (byte)(White - samples[0]),
            TiffColor.Palette => _palette[samples[0]],
            TiffColor.Rgb => Brightness.Of(samples[0], samples[1], samples[2]),
            TiffColor.Cmyk => Brightness.Of(Light(samples, 0), Light(samples, 1), Light(samples, 2)),
            _ => (byte)samples[0],
        };
        if (_alpha < 0) return brightness;
        var alpha = samples[_layout.ColorSamples + _alpha];
        var isMultiplied = _layout.ExtraSamples[_alpha] == AssociatedAlpha;
        return (byte)Math.Min((isMultiplied ? brightness : brightness * alpha / White) + White - alpha, White);
    }

    private static int Light(int[] inks, int ink) => (White - inks[ink]) * (White - inks[3]) / White;
}
