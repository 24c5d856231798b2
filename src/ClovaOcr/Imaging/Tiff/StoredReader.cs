using System;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Reads samples that are not compressed.</summary>
internal sealed class StoredReader(ReadOnlyMemory<byte> data) : ITiffLineReader
{
    private ReadOnlyMemory<byte> _rest = data;

    public void Read(Span<byte> line)
    {
        if (_rest.Length < line.Length) throw Refusal.Damaged("a strip or tile ends too early");
        _rest.Span[..line.Length].CopyTo(line);
        _rest = _rest[line.Length..];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
