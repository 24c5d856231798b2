using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>
/// A TIFF's first directory (TIFF 6.0, 2; BigTIFF), looked at before LibTiff.NET sees the file: it takes memory for whatever a few bytes
/// claim.
/// </summary>
internal sealed class TiffOutline
{
    private const int MaximumEntries = 1000;
    private const long MaximumSegmentBytes = 4 * Picture.MaximumPixels;

    // None, CCITT's three, LZW, JPEG, Deflate by both its numbers, PackBits: what scanners write.
    private static readonly long[] Compressions = [1, 2, 3, 4, 5, 7, 8, 32946, 32773];

    // Bytes of a value by its type's number; 0 for a number that is none.
    private static readonly int[] TypeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    private readonly byte[] _file;
    private readonly bool _isBigEndian;
    private readonly bool _isBig;
    private readonly Dictionary<int, Entry> _entries = [];

    private TiffOutline(byte[] file)
    {
        _file = file;
        _isBigEndian = file.AsSpan().StartsWith("MM"u8);
        _isBig = file.Length > 3 && Number(2, 2) == 43;
    }

    /// <summary>Whether nothing in the first directory claims more than the file, and a picture of bearable size, can hold.</summary>
    public static bool IsBearable(byte[] file)
    {
        var outline = new TiffOutline(file);
        return outline.ReadEntries() && outline.IsBearable();
    }

    private bool ReadEntries()
    {
        var (headerSize, countSize, entrySize, wordSize) = _isBig ? (16, 8, 20, 8) : (8, 2, 12, 4);
        if (_file.Length < headerSize) return false;
        var start = Number(headerSize - wordSize, wordSize);
        if (start < headerSize || start > _file.Length - countSize) return false;
        var count = Number((int)start, countSize);
        if (count is < 1 or > MaximumEntries || start + countSize + (count * entrySize) > _file.Length) return false;
        for (var i = 0; i < count; i++)
        {
            var place = (int)start + countSize + (i * entrySize);
            var type = (int)Number(place + 2, 2);
            if (type >= TypeSizes.Length || TypeSizes[type] == 0) return false;
            var values = Number(place + 4, wordSize);
            if (values < 0 || values > _file.Length) return false;
            var valuePlace = values * TypeSizes[type] <= wordSize ? place + 4 + wordSize : Number(place + 4 + wordSize, wordSize);
            if (valuePlace < 0 || valuePlace > _file.Length - (values * TypeSizes[type])) return false;
            if (!_entries.TryAdd((int)Number(place, 2), new((int)valuePlace, TypeSizes[type], (int)values))) return false;
        }

        return true;
    }

    private bool IsBearable()
    {
        var (width, height) = (Single(256), Single(257));
        if (width < 1 || height < 1 || width > Picture.MaximumPixels || height > Picture.MaximumPixels / width) return false;
        if (!Compressions.Contains(Single(259, 1))) return false;

        var samples = Single(277, 1);
        var bits = Values(258).DefaultIfEmpty(1).Max();
        if (samples is < 1 or > 8 || bits is < 1 or > 16) return false;

        var isTiled = _entries.ContainsKey(322);
        var (acrossPixels, downPixels) = isTiled ? (Single(322), Single(323)) : (width, Math.Min(Single(278, height), height));
        if (acrossPixels < 1 || downPixels < 1 || acrossPixels > MaximumSegmentBytes || downPixels > MaximumSegmentBytes) return false;
        if (acrossPixels * downPixels > MaximumSegmentBytes / (samples * bits) * 8) return false;

        // As many strips or tiles as are placed, and none of more bytes than the file.
        var segments = ((width + acrossPixels - 1) / acrossPixels) * ((height + downPixels - 1) / downPixels);
        var (places, lengths) = isTiled ? (324, 325) : (273, 279);
        return _entries.TryGetValue(places, out var placed)
            && segments <= placed.Values
            && Values(lengths).All(length => length >= 0 && length <= _file.Length);
    }

    private long Single(int tag, long otherwise = 0) => _entries.ContainsKey(tag) ? Values(tag).FirstOrDefault() : otherwise;

    private IEnumerable<long> Values(int tag)
    {
        if (!_entries.TryGetValue(tag, out var entry)) yield break;
        for (var i = 0; i < entry.Values; i++) yield return Number(entry.Place + (i * entry.Size), entry.Size);
    }

    private long Number(int place, int size) => (size, _isBigEndian) switch
    {
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(place)),
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(place)),
        (4, false) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(place)),
        (4, true) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(place)),
        (8, false) => BinaryPrimitives.ReadInt64LittleEndian(_file.AsSpan(place)),
        (8, true) => BinaryPrimitives.ReadInt64BigEndian(_file.AsSpan(place)),
        _ => _file[place],
    };

    private readonly record struct Entry(int Place, int Size, int Values);
}
