using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A tag with its numbers; a fraction is two of them.</summary>
internal sealed record TiffEntry(int Tag, int Type, params long[] Numbers);

/// <summary>A TIFF of one page taken apart into its tags and its strips or tiles, to be changed and put together again.</summary>
internal sealed record TiffSurgery(bool IsBigEndian, IReadOnlyList<TiffEntry> Entries, IReadOnlyList<byte[]> Segments)
{
    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8, 4];

    /// <summary>Bytes before the first strip and after each.</summary>
    public byte[] Gap { get; init; } = [];

    /// <summary>Bytes after all else.</summary>
    public byte[] After { get; init; } = [];

    /// <summary>A page that the directory leads on to: its one tag with its value.</summary>
    public byte[]? SecondPage { get; init; }

    public static TiffSurgery Split(byte[] file)
    {
        var isBig = file[0] == 'M';
        long Number(int position, int size)
        {
            long value = 0;
            for (var i = 0; i < size; i++) value = (value << 8) | file[position + (isBig ? i : size - 1 - i)];
            return value;
        }

        var directory = (int)Number(4, 4);
        var entries = new List<TiffEntry>();
        for (var i = 0; i < Number(directory, 2); i++)
        {
            var entry = directory + 2 + (i * 12);
            var (type, size) = ((int)Number(entry + 2, 2), Sizes[(int)Number(entry + 2, 2)]);
            var count = (int)Number(entry + 4, 4) * (type is 5 or 10 ? 2 : 1);
            var position = count * size <= 4 ? entry + 8 : (int)Number(entry + 8, 4);
            entries.Add(new((int)Number(entry, 2), type, [.. Enumerable.Range(0, count).Select(n => Number(position + (n * size), size))]));
        }

        long[] Of(int strips, int tiles) => entries.Single(entry => entry.Tag == strips || entry.Tag == tiles).Numbers;
        var segments = Of(273, 324).Zip(Of(279, 325), (start, length) => file.AsSpan((int)start, (int)length).ToArray());
        return new(isBig, entries, [.. segments]);
    }

    /// <summary>The numbers of a tag.</summary>
    public long[] this[int tag] => Entries.Single(entry => entry.Tag == tag).Numbers;

    public TiffSurgery With(int tag, int type, params long[] numbers) =>
        this with { Entries = [.. Entries.Where(entry => entry.Tag != tag), new TiffEntry(tag, type, numbers)] };

    public TiffSurgery WithBytes(int tag, int type, byte[] bytes) => With(tag, type, [.. bytes.Select(value => (long)value)]);

    public TiffSurgery Without(int tag) => this with { Entries = [.. Entries.Where(entry => entry.Tag != tag)] };

    public TiffSurgery Change(int segment, Func<byte[], byte[]> change) =>
        this with { Segments = [.. Segments.Select((bytes, i) => i == segment ? change(bytes.ToArray()) : bytes)] };

    /// <summary>The file: header, strips or tiles, directory, values.</summary>
    public byte[] Join()
    {
        var file = new MemoryStream();
        void Write(long value, int size)
        {
            for (var i = 0; i < size; i++) file.WriteByte((byte)(value >> ((IsBigEndian ? size - 1 - i : i) * 8)));
        }

        file.Write(IsBigEndian ? "MM\0*\0\0\0\0"u8 : "II*\0\0\0\0\0"u8);
        file.Write(Gap);
        var starts = new List<long>();
        foreach (var segment in Segments)
        {
            starts.Add(file.Position);
            file.Write(segment);
            file.Write(Gap);
        }

        var isTiled = Entries.Any(entry => entry.Tag == 322);
        var entries = With(isTiled ? 324 : 273, 4, [.. starts]).With(isTiled ? 325 : 279, 4, [.. Segments.Select(segment => (long)segment.Length)])
            .Entries.OrderBy(entry => entry.Tag).ToArray();
        if (file.Position % 2 != 0) file.WriteByte(0);
        var directory = file.Position;
        var next = directory + 6 + (entries.Length * 12);
        Write(entries.Length, 2);
        foreach (var (tag, type, numbers) in entries)
        {
            var length = numbers.Length * Sizes[type];
            Write(tag, 2);
            Write(type, 2);
            Write(numbers.Length / (type is 5 or 10 ? 2 : 1), 4);
            if (length > 4)
            {
                Write(next, 4);
                next += length + (length % 2);
                continue;
            }

            foreach (var number in numbers) Write(number, Sizes[type]);
            for (var i = length; i < 4; i++) file.WriteByte(0);
        }

        Write(SecondPage is null ? 0 : next, 4);
        foreach (var (_, type, numbers) in entries)
        {
            if (numbers.Length * Sizes[type] <= 4) continue;
            foreach (var number in numbers) Write(number, Sizes[type]);
            if (file.Position % 2 != 0) file.WriteByte(0);
        }

        if (SecondPage is not null)
        {
            Write(1, 2);
            Write(270, 2);
            Write(2, 2);
            Write(SecondPage.Length, 4);
            Write(next + 18, 4);
            Write(0, 4);
            file.Write(SecondPage);
        }

        file.Write(After);
        var bytes = file.ToArray();
        if (IsBigEndian) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), (int)directory);
        else BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), (int)directory);
        return bytes;
    }
}
