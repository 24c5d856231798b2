using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// Decodes a PNG to pixels in the order in which they are seen. It checks the maskers' work, so it shares none of their code: it reads
/// the same specification a second time, pixel by pixel instead of row by row.
/// </summary>
internal sealed class PngPixels
{
    private const int Signature = 8;

    private readonly byte[] _file;

    private PngPixels(byte[] file) => _file = file;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int BitDepth { get; private set; }

    private bool IsInterlaced { get; set; }

    /// <summary>The number of the colour type.</summary>
    public int ColorType { get; private set; }

    /// <summary>Bytes of a pixel in <see cref="Samples"/>: one a sample, or two of a sample of 16 bits.</summary>
    public int PixelBytes { get; private set; }

    /// <summary>All pixels, row by row; samples of less than 8 bits as they are, not scaled.</summary>
    public byte[] Samples { get; private set; } = [];

    /// <summary>The PLTE chunk's data.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>The tRNS chunk's data.</summary>
    public byte[] Transparency { get; private set; } = [];

    /// <exception cref="ClovaOcrException">Damaged, or too large.</exception>
    public static PngPixels Decode(byte[] file)
    {
        var pixels = new PngPixels(file);
        using var compressed = new MemoryStream();
        pixels.ReadChunks(compressed);
        ImageHeader.EnsureDecodable(pixels.Width, pixels.Height);
        pixels.ReadPixels(compressed);
        return pixels;
    }

    public ReadOnlySpan<byte> Pixel(int x, int y) => Samples.AsSpan(((y * Width) + x) * PixelBytes, PixelBytes);

    private void ReadChunks(MemoryStream compressed)
    {
        var position = Signature;
        string type;
        do
        {
            if (_file.Length - position < 12) throw Refusal.Damaged("a PNG decoder finds no end");
            long length = Number(position);
            if (length > _file.Length - position - 12) throw Refusal.Damaged("a PNG decoder finds a chunk cut off");
            type = System.Text.Encoding.ASCII.GetString(_file, position + 4, 4);
            if (Number(position + 8 + (int)length) != Checksum(position + 4, (int)length + 4))
                throw Refusal.Damaged("a PNG decoder finds a wrong checksum");
            if (type == "IDAT") compressed.Write(_file, position + 8, (int)length);
            else Read(type, position + 8, (int)length);
            position += (int)length + 12;
        }
        while (type != "IEND");
    }

    private void Read(string type, int start, int length)
    {
        if (type == "IHDR" && length == 13) ReadHeader(start);
        else if (type == "PLTE") Palette = _file.AsSpan(start, length).ToArray();
        else if (type == "tRNS") Transparency = _file.AsSpan(start, length).ToArray();
    }

    private void ReadHeader(int start)
    {
        var (width, height) = (Number(start), Number(start + 4));
        (BitDepth, ColorType) = (_file[start + 8], _file[start + 9]);
        var isValid = width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue && (ColorType, BitDepth) is
            (0 or 3, 1 or 2 or 4 or 8) or (0 or 2 or 4 or 6, 16) or (2 or 4 or 6, 8);
        if (!isValid || _file[start + 12] > 1) throw Refusal.Damaged("a PNG decoder does not understand its header");
        (Width, Height) = ((int)width, (int)height);
        IsInterlaced = _file[start + 12] == 1;
        PixelBytes = (ColorType is 2 ? 3 : ColorType is 4 ? 2 : ColorType is 6 ? 4 : 1) * (BitDepth == 16 ? 2 : 1);
    }

    private void ReadPixels(MemoryStream compressed)
    {
        if (compressed.Length < 7) throw Refusal.Damaged("a PNG decoder finds no pixels");
        var smallest = (long)Height * (((long)Width * BitDepth / 8) + 1);
        if (smallest / 1200 > compressed.Length) throw Refusal.Damaged("a PNG decoder finds too few pixels");

        Samples = new byte[(long)Width * Height * PixelBytes];
        compressed.Position = 2;
        using var rows = new DeflateStream(compressed, CompressionMode.Decompress);
        try
        {
            foreach (var (x, y, stepX, stepY) in Lattices()) ReadLattice(rows, x, y, stepX, stepY);
        }
        catch (InvalidDataException problem)
        {
            throw Refusal.Damaged("a PNG decoder cannot inflate it", problem);
        }
    }

    // Adam7 halves a lattice of pixels again and again, first across, then down.
    private IEnumerable<(int X, int Y, int StepX, int StepY)> Lattices()
    {
        if (!IsInterlaced)
        {
            yield return (0, 0, 1, 1);
            yield break;
        }

        yield return (0, 0, 8, 8);
        for (var step = 8; step > 1; step /= 2)
        {
            yield return (step / 2, 0, step, step);
            yield return (0, step / 2, step / 2, step);
        }
    }

    private void ReadLattice(DeflateStream rows, int startX, int startY, int stepX, int stepY)
    {
        var count = startX < Width ? ((Width - 1 - startX) / stepX) + 1 : 0;
        if (count == 0) return;
        var bits = PixelBytes * (BitDepth < 8 ? BitDepth : 8);
        var length = (int)((((long)count * bits) + 7) / 8);
        var (current, previous) = (new byte[length + 1], new byte[length + 1]);
        for (var y = startY; y < Height; y += stepY, (current, previous) = (previous, current))
        {
            FillRow(rows, current);
            Unfilter(current, previous, Math.Max(bits / 8, 1));
            for (var i = 0; i < count; i++)
            {
                var to = ((y * Width) + startX + (i * stepX)) * PixelBytes;
                if (BitDepth >= 8) current.AsSpan(1 + (i * PixelBytes), PixelBytes).CopyTo(Samples.AsSpan(to));
                else Samples[to] = Bits(current, i);
            }
        }
    }

    private byte Bits(byte[] row, int index)
    {
        var value = 0;
        for (var i = 0; i < BitDepth; i++)
        {
            var bit = (index * BitDepth) + i;
            value = (value << 1) | ((row[1 + (bit / 8)] >> (7 - (bit % 8))) & 1);
        }

        return (byte)value;
    }

    private static void FillRow(DeflateStream rows, byte[] row)
    {
        for (int filled = 0, read; filled < row.Length; filled += read)
        {
            read = rows.Read(row, filled, row.Length - filled);
            if (read == 0) throw Refusal.Damaged("a PNG decoder finds too few pixels");
        }
    }

    // Both rows begin with their filter type; before the first pixel, and above the first row, all is zero.
    private static void Unfilter(byte[] row, byte[] above, int distance)
    {
        if (row[0] > 4) throw Refusal.Damaged("a PNG decoder finds a filter that does not exist");
        for (var i = 1; i < row.Length; i++)
        {
            int a = i > distance ? row[i - distance] : 0;
            int b = above[i];
            int c = i > distance ? above[i - distance] : 0;
            row[i] += (byte)(row[0] switch
            {
                1 => a,
                2 => b,
                3 => (a + b) / 2,
                4 => NearestTo(a + b - c, a, b, c),
                _ => 0,
            });
        }
    }

    private static int NearestTo(int target, int a, int b, int c)
    {
        var nearest = a;
        if (Math.Abs(target - b) < Math.Abs(target - nearest)) nearest = b;
        if (Math.Abs(target - c) < Math.Abs(target - nearest)) nearest = c;
        return nearest;
    }

    private uint Number(int position) =>
        ((uint)_file[position] << 24) | ((uint)_file[position + 1] << 16) | ((uint)_file[position + 2] << 8) | _file[position + 3];

    // Half a byte at a time.
    private uint Checksum(int start, int length)
    {
        var remainder = 0xFFFFFFFF;
        for (var i = start; i < start + length; i++)
        {
            remainder ^= _file[i];
            remainder = (remainder >> 4) ^ Nibbles[(int)(remainder & 15)];
            remainder = (remainder >> 4) ^ Nibbles[(int)(remainder & 15)];
        }

        return ~remainder;
    }

    private static ReadOnlySpan<uint> Nibbles =>
    [
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
        0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    ];
}
