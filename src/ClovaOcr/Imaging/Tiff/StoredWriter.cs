using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Writes samples as they are.</summary>
internal sealed class StoredWriter(ByteSink sink) : ITiffLineWriter
{
    public void Write(ReadOnlySpan<byte> line) => sink.Write(line);

    public void Finish()
    {
    }
}
