using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>Writes a PNG, chunk by chunk in the order of PNG, third edition, 5.6.</summary>
internal static class PngWriter
{
    private const int Overhead = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="header">What the samples are.</param>
    /// <param name="palette">Red, green and blue of each entry; empty without a palette.</param>
    /// <param name="transparency">The tRNS chunk's data; null or empty for none.</param>
    /// <param name="metadata">What else is kept; null for nothing.</param>
    /// <param name="samples">The samples as <see cref="PngScanlineWriter"/> compresses them.</param>
    public static byte[] Write(PngHeader header, byte[] palette, byte[]? transparency, PngMetadata? metadata, SegmentedBytes samples)
    {
        var start = new MemoryStream();
        start.Write(Signature.ToArray(), 0, Signature.Length);
        WriteChunk(start, PngChunk.Header, header.Write());
        if (metadata is not null) WriteMetadata(start, metadata);
        if (palette.Length > 0) WriteChunk(start, PngChunk.Palette, palette);
        if (transparency is { Length: > 0 }) WriteChunk(start, PngChunk.Transparency, transparency);

        var length = start.Length + Overhead + samples.Length + Overhead;
        if (length > int.MaxValue) throw Refusal.TooManyPixels(header.Width, header.Height);
        var file = new byte[length];
        start.GetBuffer().AsSpan(0, (int)start.Length).CopyTo(file);
        var data = file.AsSpan((int)start.Length, (int)samples.Length + Overhead);
        samples.CopyTo(data[8..]);
        Frame(data, PngChunk.Data);
        Frame(file.AsSpan(file.Length - Overhead), PngChunk.End);
        return file;
    }

    private static void WriteMetadata(MemoryStream file, PngMetadata metadata)
    {
        foreach (var chunk in metadata.Chunks.OrderBy(chunk => chunk.Key)) WriteChunk(file, chunk.Key, chunk.Value);
        if (metadata.Profile is { } profile) WriteChunk(file, PngChunk.IccProfile, Profile(profile));
        if (!metadata.Orientation.IsUpright) WriteChunk(file, PngChunk.Exif, ExifBlock.Write(metadata.Orientation));
    }

    private static byte[] Profile(StandardColorProfile profile)
    {
        using var zlib = new ZlibWriter();
        zlib.Write(new(profile.Bytes));
        var compressed = zlib.Finish();
        var name = "ICC profile\0\0"u8;
        var data = new byte[name.Length + compressed.Length];
        name.CopyTo(data);
        compressed.CopyTo(data.AsSpan(name.Length));
        return data;
    }

    private static void WriteChunk(MemoryStream file, uint type, byte[] data)
    {
        var chunk = new byte[data.Length + Overhead];
        data.CopyTo(chunk, 8);
        Frame(chunk, type);
        file.Write(chunk, 0, chunk.Length);
    }

    // Puts length, type and checksum around the data of a chunk that are already in their place.
    private static void Frame(Span<byte> chunk, uint type)
    {
        var length = chunk.Length - Overhead;
        BinaryPrimitives.WriteInt32BigEndian(chunk, length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[4..], type);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[(8 + length)..], Crc32.Of(chunk.Slice(4, 4 + length)));
    }
}
