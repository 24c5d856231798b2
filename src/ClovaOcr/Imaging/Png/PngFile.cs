using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>A PNG taken apart: what masking keeps of it, and the names of what it does not.</summary>
internal sealed class PngFile
{
    private readonly List<ArraySegment<byte>> _data = [];
    private bool _hasData;
    private bool _dataEnded;

    private PngFile(PngHeader header) => Header = header;

    public PngHeader Header { get; }

    /// <summary>Red, green and blue of each entry; empty if the colours do not go by a palette.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>The tRNS chunk: alpha of the first palette entries, or the gray or colour that is transparent; null without one.</summary>
    public byte[]? Transparency { get; private set; }

    public PngMetadata Metadata { get; } = new();

    /// <summary>The compressed samples: what the IDAT chunks hold, as pieces of the file.</summary>
    public IReadOnlyList<ArraySegment<byte>> Data => _data;

    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static PngFile Read(byte[] bytes)
    {
        var reader = new PngChunkReader(bytes);
        reader.Next();
        if (reader.Type != PngChunk.Header) throw Refusal.Damaged("it does not begin with a header");
        var file = new PngFile(PngHeader.Read(reader.Data));
        ImageHeader.EnsureDecodable(file.Header.Width, file.Header.Height);
        do
        {
            reader.Next();
            if (reader.Type == PngChunk.Data) file.TakeData(new(bytes, reader.DataStart, reader.Data.Length));
            else file.Take(reader.Type, reader.Data);
        }
        while (reader.Type != PngChunk.End);

        if (reader.Position < bytes.Length) file.Metadata.Dropped.Add("bytes after the picture");
        if (!file._hasData) throw Refusal.Damaged("it has no pixels");
        if (file.Header.Color == PngColor.Palette && file.Palette.Length == 0) throw Refusal.Damaged("its palette is missing");
        return file;
    }

    private void TakeData(ArraySegment<byte> data)
    {
        if (_dataEnded) throw Refusal.Damaged("its pixels are not in one piece");
        _hasData = true;
        if (data.Count > 0) _data.Add(data);
    }

    private void Take(uint type, ReadOnlySpan<byte> data)
    {
        _dataEnded = _hasData;
        switch (type)
        {
            case PngChunk.Palette:
                TakePalette(data);
                break;
            case PngChunk.Transparency:
                TakeTransparency(data);
                break;
            case PngChunk.End:
                if (data.Length > 0) throw Refusal.Damaged("its end holds data");
                break;
            case PngChunk.AnimationControl or PngChunk.FrameControl or PngChunk.FrameData:
                throw Refusal.Unmaskable("This PNG is animated, and a hidden frame could show what is covered.");
            case PngChunk.Header:
                throw Refusal.Damaged("it has two headers");
            case var _ when PngChunk.IsCritical(type):
                throw Refusal.Unmaskable("This PNG has a part that only the program that made it understands.");
            default:
                Metadata.Take(type, data);
                break;
        }
    }

    // 11.2.2: up to 256 entries, no more than the bit depth can tell apart; in other colour types only a suggestion.
    private void TakePalette(ReadOnlySpan<byte> data)
    {
        var most = Header.Color switch
        {
            PngColor.Palette => 1 << Header.BitDepth,
            PngColor.Rgb or PngColor.Rgba => 256,
            _ => 0,
        };
        if (Palette.Length > 0 || _hasData || data.Length == 0 || data.Length % 3 != 0 || data.Length / 3 > most)
            throw Refusal.Damaged("its palette is not valid");
        if (Header.Color == PngColor.Palette) Palette = data.ToArray();
        else Metadata.Dropped.Add(PngChunk.Describe(PngChunk.Palette));
    }

    // 11.3.1.1.
    private void TakeTransparency(ReadOnlySpan<byte> data)
    {
        var isValid = Transparency is null && !_hasData && Header.Color switch
        {
            PngColor.Gray => data.Length == 2,
            PngColor.Rgb => data.Length == 6,
            PngColor.Palette => data.Length <= Palette.Length / 3,
            _ => false,
        };
        Transparency = isValid ? data.ToArray() : throw Refusal.Damaged("its transparency is not valid");
    }
}
