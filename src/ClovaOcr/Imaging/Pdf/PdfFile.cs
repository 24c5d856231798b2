using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// The objects of a PDF as its newest cross-reference tables place them. Nothing is searched for or repaired: what is not where the tables
/// say is damage.
/// </summary>
internal sealed class PdfFile
{
    private const int MaximumChain = 16;

    // "endstream" follows the data and an end of line; some writers put two.
    private const int MaximumGap = 4;

    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, PdfObjectStream> _objectStreams = [];
    private readonly byte[] _bytes;
    private int _chain;

    private PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        References = PdfCrossReferences.Read(bytes, Work);
    }

    /// <summary>What reading this file has taken.</summary>
    public PdfWork Work { get; } = new();

    public PdfCrossReferences References { get; }

    /// <summary>How many objects were needed to come to the page and its picture.</summary>
    public int ObjectsUsed => _objects.Count;

    /// <exception cref="ClovaOcrException">Damaged, or encrypted.</exception>
    public static PdfFile Open(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
            throw Refusal.UnmaskablePdf("This PDF has bytes before its header, and readers differ in what they make of them.");
        var file = new PdfFile(bytes);
        if (file.References.Trailer["Encrypt"] is not null) throw Refusal.UnmaskablePdf("This PDF is encrypted.");
        return file;
    }

    /// <summary>The value itself where it is a reference, else what was given. An object that does not exist is null (7.3.10).</summary>
    public object? Resolve(object? value)
    {
        Work.Step();
        if (value is not PdfReference reference) return value;
        if (_objects.TryGetValue(reference.Number, out var known)) return known;
        if (!References.Entries.TryGetValue(reference.Number, out var entry)) return null;
        if (++_chain > MaximumChain) throw Refusal.Damaged("its objects refer to each other without an end");

        // Some readers still find an object that a newer table has removed.
        if (References.Removed.Contains(reference.Number)) throw Refusal.Damaged("it refers to an object that was removed");

        // An object of another generation is another object, which does not exist any more.
        var found = entry.Kind switch
        {
            PdfEntryKind.InFile when entry.Generation == reference.Generation => ReadAt(entry.Place, reference),
            PdfEntryKind.InStream when reference.Generation == 0 => ObjectStream(entry.Place).Read(entry.Index, reference.Number),
            _ => null,
        };
        found = Resolve(found);
        _chain--;
        _objects[reference.Number] = found;
        return found;
    }

    /// <summary>An entry's value, references followed; null when there is none.</summary>
    /// <exception cref="ClovaOcrException">It is of another type.</exception>
    public T? Find<T>(PdfDictionary dictionary, string key)
        where T : class => Resolve(dictionary[key]) switch
        {
            null => null,
            T value => value,
            _ => throw Refusal.Damaged("an entry of the file is of the wrong type"),
        };

    /// <summary>An entry's number, references followed; null when there is none.</summary>
    public double? FindNumber(PdfDictionary dictionary, string key) => Resolve(dictionary[key]) switch
    {
        null => null,
        double number => number,
        _ => throw Refusal.Damaged("an entry of the file is of the wrong type"),
    };

    /// <summary>An entry's list of exactly so many values, references followed; null when there is none.</summary>
    /// <exception cref="ClovaOcrException">It is of another type, or there are more or fewer.</exception>
    public object?[]? FindList(PdfDictionary dictionary, string key, int count) => Find<object[]>(dictionary, key) switch
    {
        null => null,
        { } items when items.Length == count => Array.ConvertAll(items, Resolve),
        _ => throw Refusal.Damaged("an entry of the file has more or fewer values than it must"),
    };

    /// <summary>Undoes all filters of a stream that is no picture.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">Bytes; more is damage.</param>
    public byte[] Decode(PdfStream stream, int limit) => PdfFilters.Undo(PdfFilters.Of(this, stream.Dictionary), stream.Data, limit, Work);

    /// <summary>A stream's data, which must be exactly as long as stated.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="dictionary">The stream's dictionary.</param>
    /// <param name="place">The byte after the word <c>stream</c>.</param>
    /// <param name="length">The stated length.</param>
    public static PdfStream ReadStream(byte[] bytes, PdfDictionary dictionary, int place, double? length)
    {
        if (place < bytes.Length && bytes[place] == '\r') place++;
        if (place >= bytes.Length || bytes[place++] != '\n') throw Refusal.Damaged("a stream does not begin as it should");
        if (length is not { } number || PdfParser.AsWhole(number) is not { } count || count > bytes.Length - place)
            throw Refusal.Damaged("the length of a stream is wrong");
        var end = place + count;
        for (var gap = 0; gap < MaximumGap && end < bytes.Length && PdfParser.IsSpace(bytes[end]); gap++) end++;
        if (!bytes.AsSpan(end).StartsWith("endstream"u8)) throw Refusal.Damaged("the length of a stream is wrong");
        return new(dictionary, bytes.AsMemory(place, count));
    }

    private PdfObjectStream ObjectStream(int number)
    {
        if (_objectStreams.TryGetValue(number, out var known)) return known;
        if (!References.Entries.TryGetValue(number, out var entry) || entry.Kind != PdfEntryKind.InFile
            || Resolve(new PdfReference(number, entry.Generation)) is not PdfStream stream)
            throw Refusal.Damaged("a part that holds its objects is missing");
        return _objectStreams[number] = PdfObjectStream.Read(this, stream);
    }

    private object? ReadAt(int place, PdfReference reference)
    {
        if (place >= _bytes.Length) throw Refusal.Damaged("an object is not where its table says");
        var parser = new PdfParser(_bytes, place, Work);
        if (parser.ReadCount() != reference.Number || parser.ReadCount() != reference.Generation)
            throw Refusal.Damaged("an object is not where its table says");
        parser.Expect("obj");
        var value = parser.Read();
        var end = parser.Read();
        if (end is PdfKeyword { Value: "stream" } && value is PdfDictionary dictionary)
            return ReadStream(_bytes, dictionary, parser.Position, FindNumber(dictionary, "Length"));
        return end is PdfKeyword { Value: "endobj" } && value is not PdfKeyword
            ? value
            : throw Refusal.Damaged("a part of the file does not begin or end as it should");
    }
}
