using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes the samples of a strip or tile as <see cref="TiffSegmentReader"/> reads them from a little-endian file.</summary>
internal sealed class TiffSegmentWriter(TiffLayout layout, SegmentedBytes sink, TiffSegment segment)
{
    private readonly ITiffLineWriter _lines = layout.Compression switch
    {
        TiffCompression.None => new StoredWriter(sink),
        TiffCompression.PackBits => new PackBitsWriter(sink),
        TiffCompression.Lzw => new LzwWriter(sink),
        TiffCompression.Deflate or TiffCompression.DeflateBefore8 => new DeflateWriter(sink),
        _ => new CcittWriter(sink, layout.Compression, layout.FaxOptions, segment.Width),
    };

    /// <param name="line">The next line; its bytes are changed.</param>
    public void Write(Span<byte> line)
    {
        if (layout.IsPredicted) HorizontalDifferences.Take(line, layout.SamplesTogether, layout.Bits);
        _lines.Write(line);
    }

    public void Finish() => _lines.Finish();
}
