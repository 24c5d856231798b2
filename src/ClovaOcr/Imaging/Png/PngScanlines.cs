using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>A picture's samples as they are stored, row after row and pass after pass, with the row filters undone.</summary>
internal sealed class PngScanlines
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    /// <summary>Rows of zeros.</summary>
    public PngScanlines(PngHeader header)
    {
        Header = header;
        Passes = PngPass.Of(header);
        var total = header.TotalBytes;
        if (total > int.MaxValue) throw Refusal.TooManyPixels(header.Width, header.Height);

        _bytes = new byte[total];
        _starts = new int[Passes.Count];
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] = _starts[i - 1] + (Passes[i - 1].Height * header.RowBytes(Passes[i - 1].Width));
    }

    public PngHeader Header { get; }

    public IReadOnlyList<PngPass> Passes { get; }

    /// <summary>Inflates the data of a picture's IDAT chunks and undoes the filters.</summary>
    public static PngScanlines Inflate(PngHeader header, byte[] zlib)
    {
        ImageHeader.EnsureDecodable(header.Width, header.Height);
        using var reader = new ZlibReader(zlib);
        if (!reader.CanHold(header.TotalBytes)) throw Refusal.Damaged("it has less data than pixels");

        var scanlines = new PngScanlines(header);
        var filter = new byte[1];
        var zeros = new byte[header.RowBytes(header.Width)];
        for (var pass = 0; pass < scanlines.Passes.Count; pass++)
        {
            for (var row = 0; row < scanlines.Passes[pass].Height; row++)
            {
                reader.Read(filter, 0, 1);
                var (start, length) = scanlines.Place(pass, row);
                reader.Read(scanlines._bytes, start, length);
                var above = row > 0 ? scanlines.Row(pass, row - 1) : zeros.AsSpan(0, length);
                PngFilter.Undo(filter[0], scanlines.Row(pass, row), above, header.FilterStep);
            }
        }

        reader.Finish();
        return scanlines;
    }

    /// <summary>The samples of a pass's row.</summary>
    public Span<byte> Row(int pass, int row)
    {
        var (start, length) = Place(pass, row);
        return _bytes.AsSpan(start, length);
    }

    /// <summary>Filters and deflates the rows, by nothing but what they hold now.</summary>
    public byte[] Deflate()
    {
        using var writer = new ZlibWriter();
        var filters = Header.BitDepth >= 8 && Header.Color != PngColor.Palette;
        foreach (var (pass, index) in Passes.Select((pass, index) => (pass, index)))
        {
            var length = Header.RowBytes(pass.Width);
            var (best, trial, zeros) = (new byte[length + 1], new byte[length + 1], new byte[length]);
            for (var row = 0; row < pass.Height; row++)
            {
                var above = row > 0 ? Row(index, row - 1) : zeros;
                if (filters) PngFilter.Choose(Row(index, row), above, Header.FilterStep, ref best, ref trial);
                else PngFilter.Leave(Row(index, row), best);
                writer.Write(best);
            }
        }

        return writer.Finish();
    }

    private (int Start, int Length) Place(int pass, int row)
    {
        var length = Header.RowBytes(Passes[pass].Width);
        return (_starts[pass] + (row * length), length);
    }
}
