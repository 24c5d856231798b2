using System;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Review.Pictures;

/// <summary>The colours of a PNG. What is seen through lies on white.</summary>
internal sealed class PngColorReader
{
    private readonly PngFile _file;
    private readonly PngHeader _header;
    private readonly int[] _transparent;

    private PngColorReader(PngFile file)
    {
        (_file, _header) = (file, file.Header);
        var stated = _header.Color is PngColor.Gray or PngColor.Rgb ? file.Transparency ?? [] : [];
        _transparent = new int[stated.Length / 2];
        for (var i = 0; i < _transparent.Length; i++)
            _transparent[i] = ((stated[i * 2] << 8) | stated[(i * 2) + 1]) & ((1 << _header.BitDepth) - 1);
    }

    private bool IsDeep => _header.BitDepth == 16;

    /// <param name="source">The whole file.</param>
    /// <param name="take">Takes each row.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static void Read(byte[] source, TakeColors take)
    {
        var png = new PngColorReader(PngFile.Read(source));
        if (png._header.IsInterlaced) png.ReadPasses(take);
        else png.ReadRows(take);
    }

    private void ReadRows(TakeColors take)
    {
        using var reader = new PngScanlineReader(_header, _file.Data);
        var row = new byte[_header.Width * ColorRows.PixelBytes];
        foreach (var line in PngScanline.Of(_header))
        {
            var samples = reader.Read(line);
            for (var x = 0; x < line.Width; x++) Convert(samples, x, row.AsSpan(x * ColorRows.PixelBytes, ColorRows.PixelBytes));
            take(row);
        }

        reader.Finish();
    }

    // The last pass ends with the picture's last row or the one above it, so all of the picture is needed first.
    private void ReadPasses(TakeColors take)
    {
        using var reader = new PngScanlineReader(_header, _file.Data);
        var rowBytes = _header.Width * ColorRows.PixelBytes;
        var rows = new byte[_header.Height][];
        for (var y = 0; y < rows.Length; y++) rows[y] = new byte[rowBytes];
        foreach (var line in PngScanline.Of(_header))
        {
            var samples = reader.Read(line);
            for (var i = 0; i < line.Width; i++)
            {
                var x = line.Pass.StartX + (i * line.Pass.StepX);
                Convert(samples, i, rows[line.Y].AsSpan(x * ColorRows.PixelBytes, ColorRows.PixelBytes));
            }
        }

        reader.Finish();
        foreach (var row in rows) take(row);
    }

    private void Convert(ReadOnlySpan<byte> samples, int index, Span<byte> pixel)
    {
        if (_header.Color == PngColor.Palette)
        {
            ConvertEntry(_header.BitDepth < 8 ? PackedSamples.Get(samples, index, _header.BitDepth) : samples[index], pixel);
            return;
        }

        var channels = _header.Channels;
        if (_transparent.Length > 0 && IsTransparent(samples, index * channels))
        {
            Light.FromGray(Light.Full, pixel);
            return;
        }

        var isGray = _header.Color is PngColor.Gray or PngColor.GrayAlpha;
        for (var i = 0; i < pixel.Length; i++) pixel[i] = Level(samples, (index * channels) + (isGray ? 0 : i));
        if (_header.Color is PngColor.GrayAlpha or PngColor.Rgba)
            Light.LayOnWhite(Level(samples, (index * channels) + channels - 1), pixel);
    }

    private void ConvertEntry(int entry, Span<byte> pixel)
    {
        if ((entry * 3) + 3 > _file.Palette.Length)
        {
            Light.FromGray(0, pixel);
            return;
        }

        _file.Palette.AsSpan(entry * 3, 3).CopyTo(pixel);
        if (_file.Transparency is { } alphas && entry < alphas.Length) Light.LayOnWhite(alphas[entry], pixel);
    }

    // Of sixteen bits the high eight.
    private byte Level(ReadOnlySpan<byte> samples, int index) => _header.BitDepth switch
    {
        16 => samples[index * 2],
        8 => samples[index],
        var depth => (byte)(PackedSamples.Get(samples, index, depth) * Light.Full / ((1 << depth) - 1)),
    };

    private bool IsTransparent(ReadOnlySpan<byte> samples, int first)
    {
        for (var i = 0; i < _transparent.Length; i++)
        {
            var sample = IsDeep ? (samples[(first + i) * 2] << 8) | samples[((first + i) * 2) + 1]
                : _header.BitDepth == 8 ? samples[first + i]
                : PackedSamples.Get(samples, first + i, _header.BitDepth);
            if (sample != _transparent[i]) return false;
        }

        return true;
    }
}
