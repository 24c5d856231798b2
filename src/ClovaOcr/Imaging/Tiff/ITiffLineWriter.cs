using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Compresses a strip or tile, line after line.</summary>
internal interface ITiffLineWriter
{
    void Write(ReadOnlySpan<byte> line);

    /// <summary>Writes what is held back, and the data's end.</summary>
    void Finish();
}
