using System;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// The pixels of a strip or tile, row by row: the samples that stand together in it, a byte each, or two of samples of 16 bits with the
/// low one first.
/// </summary>
internal sealed class TiffPixelReader : IDisposable
{
    private readonly TiffLayout _layout;
    private readonly TiffSegment _segment;
    private readonly TiffSegmentReader? _lines;
    private readonly LibJpegReader? _jpeg;
    private readonly byte[] _line;
    private int _row;

    /// <param name="file">What is known of the file.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="segment">A strip or tile of it.</param>
    public TiffPixelReader(TiffFile file, byte[] bytes, TiffSegment segment)
    {
        (_layout, _segment) = (file.Layout, segment);
        if (_layout.Compression != TiffCompression.Jpeg)
        {
            _lines = new(file, bytes, segment);
            _line = new byte[_layout.LineBytes(segment.Width)];
            return;
        }

        var (start, length) = file.Places[_layout.IndexOf(segment)];
        _line = [];
        _jpeg = new(TiffJpegStream.Join(file.JpegTables, bytes.AsSpan(start, length), out _), isStrict: false);
        if ((_jpeg.Width, _jpeg.Height, _jpeg.Components) == (segment.Width, segment.Height, _layout.SamplesTogether)) return;
        _jpeg.Dispose();
        throw Refusal.Damaged("its JPEGs have not the size of its strips or tiles");
    }

    /// <summary>The next row.</summary>
    /// <param name="pixels">Room for the row.</param>
    public void Read(Span<byte> pixels)
    {
        if (_jpeg is not null) _jpeg.ReadRow().CopyTo(pixels);
        else if (_layout.IsInUnits) ReadUnits(pixels);
        else ReadSamples(pixels);
        _row++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines?.Dispose();
        _jpeg?.Dispose();
    }

    private void ReadSamples(Span<byte> pixels)
    {
        _lines!.Read(_line);
        if (_layout.Bits >= 8) _line.CopyTo(pixels);
        else for (var i = 0; i < _segment.Width * _layout.SamplesTogether; i++) pixels[i] = (byte)PackedSamples.Get(_line, i, _layout.Bits);
    }

    private void ReadUnits(Span<byte> pixels)
    {
        var (across, down) = _layout.Subsampling;
        if (_row % down == 0) _lines!.Read(_line);
        for (var x = 0; x < _segment.Width; x++)
        {
            var unit = _line.AsSpan(x / across * _layout.UnitBytes, _layout.UnitBytes);
            pixels[x * 3] = unit[(_row % down * across) + (x % across)];
            unit[(across * down)..].CopyTo(pixels[((x * 3) + 1)..]);
        }
    }
}
