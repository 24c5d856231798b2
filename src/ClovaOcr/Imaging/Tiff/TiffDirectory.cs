using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>The one image file directory of a TIFF: each tag's value, checked to lie within the file (TIFF 6.0, 2).</summary>
internal sealed class TiffDirectory
{
    private const int HeaderLength = 8;
    private const int EntryLength = 12;
    private const int ValueLength = 4;
    private const int ByteType = 1;
    private const int ShortType = 3;
    private const int LongType = 4;
    private const int RationalType = 5;
    private const int UndefinedType = 7;

    // Bytes of a value, by type: 1 to 12 of TIFF 6.0, and 13, a directory's position.
    private static readonly int[] TypeLengths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    private readonly Dictionary<int, (int Type, byte[] Value)> _entries = [];
    private readonly List<(int Start, int Length)> _places = [];

    private TiffDirectory(bool isLittleEndian) => IsLittleEndian = isLittleEndian;

    public bool IsLittleEndian { get; }

    /// <summary>All tags that the directory has.</summary>
    public SortedSet<int> Tags { get; } = [];

    /// <summary>The bytes of the file that the header, the directory and its values take.</summary>
    public IReadOnlyList<(int Start, int Length)> Places => _places;

    /// <exception cref="ClovaOcrException">Damaged, a BigTIFF, or of several pages.</exception>
    public static TiffDirectory Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength) throw Refusal.Damaged("the file ends too early");
        var directory = new TiffDirectory(file[0] == 'I');
        switch (directory.Short(file[2..]))
        {
            case 42: break;
            case 43: throw Refusal.Unmaskable("This is a BigTIFF, a kind that is not masked.");
            default: throw Refusal.Damaged("it does not begin as a TIFF does");
        }

        directory._places.Add((0, HeaderLength));
        directory.ReadEntries(file, directory.Long(file[4..]));
        return directory;
    }

    public bool Has(int tag) => _entries.ContainsKey(tag);

    /// <summary>The one whole number of a tag, or what a file without the tag means.</summary>
    public int Number(int tag, int otherwise) => LargeNumber(tag, (uint)otherwise) is <= int.MaxValue and var number ? (int)number : throw NoNumber();

    /// <summary>The one whole number of a tag that may need all of its 32 bits, or what a file without the tag means.</summary>
    public uint LargeNumber(int tag, uint otherwise) => Numbers(tag) switch
    {
        null => otherwise,
        // Of several values where one belongs, one decoder takes the first and another none.
        [var number] => number,
        _ => throw NoNumber(),
    };

    /// <summary>The whole numbers of a tag; null without it.</summary>
    public uint[]? Numbers(int tag)
    {
        if (!_entries.TryGetValue(tag, out var entry)) return null;
        var (type, value) = entry;

        // TIFF 6.0 has bytes in this tag alone, and where others hold some, one decoder takes them and another does not.
        if (type is not (ShortType or LongType) && (type, tag) is not (ByteType, TiffTag.DotRange))
            throw Refusal.Damaged("a tag of its directory should hold whole numbers");
        var length = TypeLengths[type];
        var numbers = new uint[value.Length / length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var place = value.AsSpan(i * length);
            numbers[i] = type == ByteType ? place[0] : type == ShortType ? Short(place) : Long(place);
        }

        return numbers;
    }

    /// <summary>The fractions of a tag; null without it, or if it holds something else.</summary>
    public (uint Numerator, uint Denominator)[]? Fractions(int tag)
    {
        if (!_entries.TryGetValue(tag, out var entry) || entry.Type != RationalType) return null;
        var fractions = new (uint, uint)[entry.Value.Length / 8];
        for (var i = 0; i < fractions.Length; i++)
            fractions[i] = (Long(entry.Value.AsSpan(i * 8)), Long(entry.Value.AsSpan((i * 8) + 4)));
        return fractions;
    }

    /// <summary>The bytes of a tag; null without it, or if it holds something else.</summary>
    public byte[]? Bytes(int tag) =>
        _entries.TryGetValue(tag, out var entry) && entry.Type is UndefinedType or ByteType ? entry.Value : null;

    private void ReadEntries(ReadOnlySpan<byte> file, uint start)
    {
        if (start < HeaderLength || start > file.Length - 2) throw Refusal.Damaged("its directory lies outside the file");
        var count = Short(file[(int)start..]);
        var length = 2 + (count * EntryLength) + ValueLength;
        if (count == 0 || length > file.Length - start) throw Refusal.Damaged("its directory is cut off");

        _places.Add(((int)start, length));
        var entries = file.Slice((int)start + 2, length - 2);
        if (Long(entries[(count * EntryLength)..]) != 0)
            throw Refusal.Unmaskable("This TIFF has several pages, or a preview as a second page.");

        // Values may not share bytes, so all of them together are no longer than the file.
        long total = 0;
        for (var i = 0; i < count; i++) total += ReadEntry(file, entries.Slice(i * EntryLength, EntryLength));
        if (total > file.Length) throw Refusal.Damaged("the values of its directory overlap");
    }

    private long ReadEntry(ReadOnlySpan<byte> file, ReadOnlySpan<byte> entry)
    {
        var (tag, type, count) = (Short(entry), Short(entry[2..]), Long(entry[4..]));
        if (!Tags.Add(tag)) throw Refusal.Damaged("its directory has a tag twice");
        if (type == 0 || type >= TypeLengths.Length)
        {
            if (TiffTag.IsUnderstood(tag)) throw Refusal.Damaged("a tag of its directory has a type that does not exist");
            return 0;
        }

        var length = (long)count * TypeLengths[type];
        var value = entry[8..];
        if (length > ValueLength)
        {
            var position = Long(value);
            if (position > file.Length || length > file.Length - position) throw Refusal.Damaged("a value of its directory is cut off");
            value = file[(int)position..];
            _places.Add(((int)position, (int)length));
        }

        if (count == 0 && TiffTag.IsUnderstood(tag)) throw Refusal.Damaged("a tag of its directory is empty");
        if (TiffTag.IsUnderstood(tag)) _entries[tag] = (type, value[..(int)length].ToArray());
        return length;
    }

    private ushort Short(ReadOnlySpan<byte> bytes) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint Long(ReadOnlySpan<byte> bytes) =>
        IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static ClovaOcrException NoNumber() => Refusal.Damaged("a tag of its directory has no valid number");
}
