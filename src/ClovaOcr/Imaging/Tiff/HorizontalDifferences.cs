using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Samples as differences to the same sample of the pixel before, and back (TIFF 6.0, 14). Samples of 16 bits have their low byte first.
/// </summary>
internal static class HorizontalDifferences
{
    public static void Undo(Span<byte> line, int samples, int bits)
    {
        if (bits == 8)
        {
            for (var i = samples; i < line.Length; i++) line[i] += line[i - samples];
            return;
        }

        for (var i = samples * 2; i + 1 < line.Length; i += 2)
            Write16(line, i, Read16(line, i) + Read16(line, i - (samples * 2)));
    }

    public static void Take(Span<byte> line, int samples, int bits)
    {
        if (bits == 8)
        {
            for (var i = line.Length - 1; i >= samples; i--) line[i] -= line[i - samples];
            return;
        }

        for (var i = line.Length - 2; i >= samples * 2; i -= 2)
            Write16(line, i, Read16(line, i) - Read16(line, i - (samples * 2)));
    }

    private static int Read16(ReadOnlySpan<byte> line, int place) => BinaryPrimitives.ReadUInt16LittleEndian(line[place..]);

    private static void Write16(Span<byte> line, int place, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(line[place..], (ushort)value);
}
