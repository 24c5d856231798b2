using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// The stored samples of a strip or tile that is not a JPEG: decompressed, differences undone, and samples of 16 bits with their low byte
/// first.
/// </summary>
internal sealed class TiffSegmentReader : IDisposable
{
    private readonly TiffFile _file;
    private readonly ITiffLineReader _lines;

    /// <param name="file">What is known of the file.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="segment">A strip or tile of it.</param>
    public TiffSegmentReader(TiffFile file, byte[] bytes, TiffSegment segment)
    {
        _file = file;
        var (start, length) = file.Places[file.Layout.IndexOf(segment)];
        var data = new ArraySegment<byte>(bytes, start, length);
        _lines = Open(file.Layout, file.IsBitReversed ? new(ReverseBits(data)) : data, segment);
    }

    public void Read(Span<byte> line)
    {
        _lines.Read(line);
        if (_file.Layout.Bits == 16 && !_file.IsLittleEndian) SwapBytes(line);
        if (_file.Layout.IsPredicted) HorizontalDifferences.Undo(line, _file.Layout.SamplesTogether, _file.Layout.Bits);
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private static ITiffLineReader Open(TiffLayout layout, ArraySegment<byte> data, TiffSegment segment) => layout.Compression switch
    {
        TiffCompression.None => new StoredReader(data),
        TiffCompression.PackBits => new PackBitsReader(data),
        TiffCompression.Lzw => new LzwReader(data),
        TiffCompression.Deflate or TiffCompression.DeflateBefore8
            => new DeflateReader(data, layout.LineBytes(segment.Width) * layout.LinesIn(segment)),
        _ => new CcittReader(data, layout.Compression, layout.FaxOptions, segment.Width),
    };

    private static byte[] ReverseBits(ReadOnlySpan<byte> bytes)
    {
        var reversed = bytes.ToArray();
        for (var i = 0; i < reversed.Length; i++)
        {
            int value = reversed[i];
            value = ((value & 0x55) << 1) | ((value >> 1) & 0x55);
            value = ((value & 0x33) << 2) | ((value >> 2) & 0x33);
            reversed[i] = (byte)((value << 4) | (value >> 4));
        }

        return reversed;
    }

    private static void SwapBytes(Span<byte> line)
    {
        for (var i = 0; i + 1 < line.Length; i += 2) (line[i], line[i + 1]) = (line[i + 1], line[i]);
    }
}
