using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;

namespace ClovaOcr.Imaging.Png;

/// <summary>Writes a PNG, chunk by chunk in the order of PNG, third edition, 5.6.</summary>
internal static class PngWriter
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="scanlines">The samples.</param>
    /// <param name="palette">Red, green and blue of each entry; empty without a palette.</param>
    /// <param name="transparency">The tRNS chunk's data; null or empty for none.</param>
    /// <param name="metadata">What else is kept; null for nothing.</param>
    public static byte[] Write(PngScanlines scanlines, byte[] palette, byte[]? transparency, PngMetadata? metadata)
    {
        var file = new MemoryStream();
        file.Write(Signature.ToArray(), 0, Signature.Length);
        WriteChunk(file, PngChunk.Header, scanlines.Header.Write());
        if (metadata is not null) WriteMetadata(file, metadata);
        if (palette.Length > 0) WriteChunk(file, PngChunk.Palette, palette);
        if (transparency is { Length: > 0 }) WriteChunk(file, PngChunk.Transparency, transparency);
        WriteChunk(file, PngChunk.Data, scanlines.Deflate());
        WriteChunk(file, PngChunk.End, []);
        return file.ToArray();
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
        zlib.Write(profile.Bytes);
        return [.. "ICC profile\0\0"u8.ToArray(), .. zlib.Finish()];
    }

    private static void WriteChunk(MemoryStream file, uint type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4), type);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        file.Write(chunk, 0, chunk.Length);
    }
}
