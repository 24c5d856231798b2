using System;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes samples as they are.</summary>
internal sealed class StoredWriter(SegmentedBytes sink) : ITiffLineWriter
{
    public void Write(ReadOnlySpan<byte> line) => sink.Write(line);

    public void Finish()
    {
    }
}
