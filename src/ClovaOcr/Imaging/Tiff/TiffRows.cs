using System;
using System.Linq;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Takes a row of the picture: all samples of each pixel side by side.</summary>
internal delegate void TakeRow(ReadOnlySpan<byte> pixels);

/// <summary>A picture's rows from top to bottom, whatever strips, tiles and planes they are stored in.</summary>
internal sealed class TiffRows(TiffFile file, byte[] bytes)
{
    private readonly TiffLayout _layout = file.Layout;

    private int SampleBytes => _layout.Bits == 16 ? 2 : 1;

    /// <summary>Bytes of a pixel: one a sample, or two of samples of 16 bits, with the low one first.</summary>
    public int PixelBytes => _layout.Samples * SampleBytes;

    public void Read(TakeRow take)
    {
        // Of strips, one row at a time is enough; tiles side by side are decoded one after the other.
        var band = new byte[_layout.IsTiled ? Math.Min(_layout.SegmentHeight, _layout.Height) : 1][];
        for (var y = 0; y < band.Length; y++) band[y] = new byte[_layout.Width * PixelBytes];
        for (var top = 0; top < _layout.Height; top += _layout.SegmentHeight)
        {
            if (_layout.IsTiled) ReadTiles(top, band, take);
            else ReadStrip(top, band[0], take);
        }
    }

    private void ReadStrip(int top, byte[] row, TakeRow take)
    {
        var readers = new TiffPixelReader[_layout.Planes];
        try
        {
            for (var plane = 0; plane < readers.Length; plane++) readers[plane] = new(file, bytes, _layout.SegmentAt(plane, 0, top));
            var pixels = new byte[_layout.Width * _layout.SamplesTogether * SampleBytes];
            for (var y = top; y < Math.Min(top + _layout.SegmentHeight, _layout.Height); y++)
            {
                for (var plane = 0; plane < readers.Length; plane++)
                {
                    readers[plane].Read(pixels);
                    Place(pixels, plane, row, _layout.Width);
                }

                take(row);
            }
        }
        finally
        {
            foreach (var reader in readers.Where(reader => reader is not null)) reader.Dispose();
        }
    }

    private void ReadTiles(int top, byte[][] band, TakeRow take)
    {
        var rows = Math.Min(band.Length, _layout.Height - top);
        var pixels = new byte[_layout.SegmentWidth * _layout.SamplesTogether * SampleBytes];
        for (var plane = 0; plane < _layout.Planes; plane++)
        {
            for (var left = 0; left < _layout.Width; left += _layout.SegmentWidth)
            {
                using var reader = new TiffPixelReader(file, bytes, _layout.SegmentAt(plane, left, top));
                for (var y = 0; y < rows; y++)
                {
                    reader.Read(pixels);
                    Place(pixels, plane, band[y].AsSpan(left * PixelBytes), Math.Min(_layout.SegmentWidth, _layout.Width - left));
                }
            }
        }

        for (var y = 0; y < rows; y++) take(band[y]);
    }

    private void Place(ReadOnlySpan<byte> pixels, int plane, Span<byte> row, int columns)
    {
        var together = _layout.SamplesTogether * SampleBytes;
        if (together == PixelBytes)
        {
            pixels[..(columns * together)].CopyTo(row);
            return;
        }

        for (var x = 0; x < columns; x++) pixels.Slice(x * together, together).CopyTo(row[((x * PixelBytes) + (plane * SampleBytes))..]);
    }
}
