using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>How to write a PNG. Filters, and with a palette its order, follow from all pixels, as with real encoders.</summary>
internal sealed record PngRecipe(int ColorType, int BitDepth, bool IsInterlaced = false)
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Chunks to put before the pixels (and after a palette), and after them.</summary>
    public IReadOnlyList<(string Type, byte[] Data)> Before { get; init; } = [];

    public IReadOnlyList<(string Type, byte[] Data)> After { get; init; } = [];

    /// <summary>Bytes of an IDAT chunk.</summary>
    public int Split { get; init; } = 100;

    /// <summary>The filter of all rows; null to let each follow from its samples.</summary>
    public int? Filter { get; init; }

    /// <summary>Whether the bits behind a row's last pixel are ones.</summary>
    public bool HasSpareOnes { get; init; }

    /// <summary>How hard the data are compressed.</summary>
    public CompressionLevel Level { get; init; } = CompressionLevel.Optimal;

    public int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public int Largest => (1 << BitDepth) - 1;

    public static IEnumerable<PngRecipe> WithoutPalette() =>
        from kind in new[] { (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (4, 8), (4, 16), (6, 8), (6, 16) }
        from isInterlaced in new[] { false, true }
        select new PngRecipe(kind.Item1, kind.Item2, isInterlaced);

    /// <summary>Writes samples; <paramref name="sample"/> gives one by x, y and channel.</summary>
    public byte[] Encode(int width, int height, Func<int, int, int, int> sample, byte[]? palette = null)
    {
        var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\u001A\n"u8]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)BitDepth, (byte)ColorType, (byte)(IsInterlaced ? 1 : 0));
        WriteChunk(file, "IHDR", header);
        if (palette is not null) WriteChunk(file, "PLTE", palette);
        foreach (var (type, data) in Before) WriteChunk(file, type, data);
        foreach (var part in Compressed(width, height, sample).Chunk(Split)) WriteChunk(file, "IDAT", part);
        foreach (var (type, data) in After) WriteChunk(file, type, data);
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Writes colours through a palette that lists them in the order in which they occur, with alpha if one is not opaque.</summary>
    public byte[] EncodeColors(int width, int height, Func<int, int, (byte R, byte G, byte B, byte A)> color)
    {
        var palette = new List<(byte R, byte G, byte B, byte A)>();
        var indices = new int[width, height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (!palette.Contains(color(x, y))) palette.Add(color(x, y));
                indices[x, y] = palette.IndexOf(color(x, y));
            }
        }

        var depth = new[] { 1, 2, 4, 8 }.First(bits => palette.Count <= 1 << bits);
        var recipe = this with { BitDepth = Math.Max(depth, BitDepth) };
        if (palette.Exists(entry => entry.A < 255)) recipe = recipe with { Before = [("tRNS", [.. palette.Select(entry => entry.A)]), .. Before] };
        return recipe.Encode(width, height, (x, y, _) => indices[x, y], [.. palette.SelectMany(entry => new[] { entry.R, entry.G, entry.B })]);
    }

    public static void WriteChunk(Stream file, string type, byte[] data)
    {
        byte[] body = [.. type.Select(c => (byte)c), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    public static byte[] Zlib(byte[] data, CompressionLevel level = CompressionLevel.Optimal)
    {
        var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, level)) zlib.Write(data);
        return bytes.ToArray();
    }

    public static byte[] Inflate(byte[] zlib)
    {
        using var data = new MemoryStream();
        using (var inflated = new ZLibStream(new MemoryStream(zlib), CompressionMode.Decompress)) inflated.CopyTo(data);
        return data.ToArray();
    }

    private byte[] Compressed(int width, int height, Func<int, int, int, int> sample)
    {
        var rows = new MemoryStream();
        var step = Math.Max(Channels * BitDepth / 8, 1);
        foreach (var pass in IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            if (pass.X >= width) continue;
            byte[] above = [];
            for (var y = pass.Y; y < height; y += pass.StepY)
            {
                var row = Row(width, y, pass.X, pass.StepX, sample);
                if (above.Length == 0) above = new byte[row.Length];
                rows.Write(Filtered(row, above, step, Filter ?? row.Sum(value => value) % 5));
                above = row;
            }
        }

        return Zlib(rows.ToArray(), Level);
    }

    private byte[] Row(int width, int y, int startX, int stepX, Func<int, int, int, int> sample)
    {
        var bits = new List<bool>();
        for (var x = startX; x < width; x += stepX)
            for (var channel = 0; channel < Channels; channel++)
                for (var bit = BitDepth - 1; bit >= 0; bit--) bits.Add(((sample(x, y, channel) >> bit) & 1) == 1);
        while (HasSpareOnes && bits.Count % 8 != 0) bits.Add(true);
        return [.. bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, i) => bit ? 128 >> i : 0).Sum())];
    }

    private static byte[] Filtered(byte[] row, byte[] above, int step, int type)
    {
        var filtered = new byte[row.Length + 1];
        filtered[0] = (byte)type;
        for (var i = 0; i < row.Length; i++)
        {
            int a = i >= step ? row[i - step] : 0, b = above[i], c = i >= step ? above[i - step] : 0;
            var guesses = new[] { a, b, c };
            var paeth = guesses.OrderBy(value => Math.Abs(a + b - c - value)).First();
            filtered[i + 1] = (byte)(row[i] - new[] { 0, a, b, (a + b) / 2, paeth }[type]);
        }

        return filtered;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
