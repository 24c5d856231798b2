using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>The brightness of a PNG's pixels. What is seen through is taken to lie on white.</summary>
internal sealed class PngGray
{
    private const int White = 255;

    private readonly PngFile _file;
    private readonly PngHeader _header;
    private readonly byte[] _palette;
    private readonly int[] _transparent;

    private PngGray(PngFile file)
    {
        (_file, _header) = (file, file.Header);
        _palette = new byte[256];
        for (var i = 0; i < file.Palette.Length / 3; i++)
        {
            var alpha = file.Transparency is { } alphas && i < alphas.Length ? alphas[i] : White;
            _palette[i] = OnWhite(Brightness.Of(file.Palette[i * 3], file.Palette[(i * 3) + 1], file.Palette[(i * 3) + 2]), alpha);
        }

        var stated = _header.Color is PngColor.Gray or PngColor.Rgb ? file.Transparency ?? [] : [];
        _transparent = new int[stated.Length / 2];
        for (var i = 0; i < _transparent.Length; i++)
            _transparent[i] = ((stated[i * 2] << 8) | stated[(i * 2) + 1]) & ((1 << _header.BitDepth) - 1);
    }

    /// <summary>Decodes the stored pixels.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="largestSide">The most samples of a side.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static GrayPicture Read(byte[] source, int largestSide)
    {
        var gray = new PngGray(PngFile.Read(source));
        var scaler = new GrayScaler(gray._header.Width, gray._header.Height, largestSide);
        if (gray._header.IsInterlaced) gray.ReadPasses(scaler);
        else gray.ReadRows(scaler);
        return scaler.Finish();
    }

    private void ReadRows(GrayScaler scaler)
    {
        using var reader = new PngScanlineReader(_header, _file.Data);
        var row = new byte[_header.Width];
        foreach (var line in PngScanline.Of(_header))
        {
            ToBrightness(reader.Read(line), row);
            scaler.Add(row);
        }

        reader.Finish();
    }

    // The last pass ends with the picture's last row or the one above it, so all of the picture is needed first.
    private void ReadPasses(GrayScaler scaler)
    {
        using var reader = new PngScanlineReader(_header, _file.Data);
        var picture = new byte[_header.Width * _header.Height];
        var row = new byte[_header.Width];
        foreach (var line in PngScanline.Of(_header))
        {
            ToBrightness(reader.Read(line), row.AsSpan(0, line.Width));
            for (var i = 0; i < line.Width; i++) picture[(line.Y * _header.Width) + line.Pass.StartX + (i * line.Pass.StepX)] = row[i];
        }

        reader.Finish();
        for (var y = 0; y < _header.Height; y++) scaler.Add(picture.AsSpan(y * _header.Width, _header.Width));
    }

    private void ToBrightness(ReadOnlySpan<byte> samples, Span<byte> row)
    {
        var (channels, isDeep) = (_header.Channels, _header.BitDepth == 16);
        for (var x = 0; x < row.Length; x++)
        {
            if (_header.BitDepth < 8)
            {
                var value = PackedSamples.Get(samples, x, _header.BitDepth);
                row[x] = _header.Color == PngColor.Palette ? _palette[value]
                    : _transparent is [var one] && one == value ? (byte)White
                    : (byte)(value * White / ((1 << _header.BitDepth) - 1));
                continue;
            }

            // Of sixteen bits the high eight.
            var (size, first) = (isDeep ? 2 : 1, x * channels * (isDeep ? 2 : 1));
            row[x] = _header.Color switch
            {
                PngColor.Palette => _palette[samples[x]],
                _ when _transparent.Length > 0 && IsTransparent(samples.Slice(first, channels * size)) => White,
                PngColor.Gray => samples[first],
                PngColor.GrayAlpha => OnWhite(samples[first], samples[first + size]),
                PngColor.Rgb => Brightness.Of(samples[first], samples[first + size], samples[first + (2 * size)]),
                _ => OnWhite(Brightness.Of(samples[first], samples[first + size], samples[first + (2 * size)]), samples[first + (3 * size)]),
            };
        }
    }

    private bool IsTransparent(ReadOnlySpan<byte> pixel)
    {
        var size = pixel.Length / _transparent.Length;
        for (var i = 0; i < _transparent.Length; i++)
        {
            var sample = size == 2 ? (pixel[i * 2] << 8) | pixel[(i * 2) + 1] : pixel[i];
            if (sample != _transparent[i]) return false;
        }

        return true;
    }

    private static byte OnWhite(int brightness, int alpha) => (byte)(((brightness * alpha) + (White * (White - alpha))) / White);
}
