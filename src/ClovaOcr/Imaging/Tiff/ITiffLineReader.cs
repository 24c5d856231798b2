using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Decompresses a strip or tile, line after line.</summary>
internal interface ITiffLineReader : IDisposable
{
    /// <summary>Fills a line with the next bytes; the data must hold so many.</summary>
    void Read(Span<byte> line);
}
