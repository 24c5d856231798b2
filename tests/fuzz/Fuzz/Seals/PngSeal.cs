using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace ClovaOcr.Fuzz.Seals;

/// <summary>
/// Makes a PNG's checksums right, as far as there are chunks: a fuzzer does not find the one in four thousand million that lets a changed
/// byte through.
/// </summary>
internal static class PngSeal
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;

    // Of what the data inflates to; a picture that is tried has less.
    private const int MostData = 8 << 20;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(TableEntry)];

    public static byte[] Apply(byte[] input)
    {
        var file = (byte[])input.Clone();
        var chunks = new List<(int At, int Length)>();
        for (var at = SignatureLength; at + ChunkOverhead <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - ChunkOverhead) break;
            chunks.Add((at, (int)length));
            at += ChunkOverhead + (int)length;
        }

        SealData(file, [.. chunks.Where(chunk => file.AsSpan(chunk.At + 4, 4).SequenceEqual("IDAT"u8))]);
        foreach (var (at, length) in chunks)
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 8 + length), Crc(file.AsSpan(at + 4, length + 4)));
        return file;
    }

    /// <summary>Writes the checksum of what the data inflates to into the data's last four bytes.</summary>
    private static void SealData(byte[] file, (int At, int Length)[] chunks)
    {
        var places = chunks.SelectMany(chunk => Enumerable.Range(chunk.At + 8, chunk.Length)).ToArray();
        if (places.Length < 7 || Adler(Array.ConvertAll(places, place => file[place]).AsSpan(2).ToArray()) is not { } sum) return;
        for (var i = 0; i < 4; i++) file[places[places.Length - 4 + i]] = (byte)(sum >> (24 - (8 * i)));
    }

    private static uint? Adler(byte[] deflated)
    {
        var (low, high, total) = (1u, 0u, 0);
        var buffer = new byte[4096];
        try
        {
            using var inflated = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
            while (inflated.Read(buffer) is > 0 and var count && total < MostData)
            {
                total += count;
                foreach (var value in buffer.AsSpan(0, count))
                {
                    low = (low + value) % 65521;
                    high = (high + low) % 65521;
                }
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return (high << 16) | low;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint TableEntry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
        return entry;
    }
}
