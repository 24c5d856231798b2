using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Where an object is.</summary>
internal enum PdfEntryKind
{
    /// <summary>There is no such object any more.</summary>
    Free,

    /// <summary>At a byte of the file.</summary>
    InFile,

    /// <summary>In an object stream.</summary>
    InStream,
}

/// <summary>An object's entry in a cross-reference table (ISO 32000-1, 7.5.4 and 7.5.8).</summary>
/// <param name="Kind">Where it is.</param>
/// <param name="Place">The byte where it begins, or the number of the object stream.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Index">Its place in the object stream.</param>
internal readonly record struct PdfEntry(PdfEntryKind Kind, int Place, int Generation, int Index);

/// <summary>
/// The cross-reference tables from the newest to the oldest, as the file's end and each table's /Prev chain them. The first entry of an
/// object counts, so that what an earlier revision said is not seen.
/// </summary>
internal sealed class PdfCrossReferences
{
    private const int MaximumTables = 64;
    private const int MaximumLength = 8 << 20;

    // Acrobat looks for the end in the last 1024 bytes (PDF 1.7, appendix H, note 18).
    private const int EndWithin = 1024;

    private readonly Dictionary<int, PdfEntry> _entries = [];
    private readonly HashSet<int> _removed = [];
    private readonly HashSet<int> _tables = [];
    private readonly byte[] _bytes;
    private readonly PdfWork _work;
    private int _lastPlace = int.MaxValue;
    private bool _isOutOfOrder;

    private PdfCrossReferences(byte[] bytes, PdfWork work) => (_bytes, _work) = (bytes, work);

    public IReadOnlyDictionary<int, PdfEntry> Entries => _entries;

    /// <summary>How many objects there are, the tables themselves not among them.</summary>
    public int Used => _entries.Values.Count(entry =>
        entry.Kind == PdfEntryKind.InStream || (entry.Kind == PdfEntryKind.InFile && !_tables.Contains(entry.Place)));

    /// <summary>The newest table's trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    /// <summary>Objects that an older table places and a newer one says are no more.</summary>
    public HashSet<int> Removed => _removed;

    /// <summary>Whether an older table places an object that a newer one replaces.</summary>
    public bool HasEarlierRevision { get; private set; }

    /// <summary>Whether anything follows the end of the file.</summary>
    public bool HasBytesAfterEnd { get; private set; }

    /// <param name="bytes">The file.</param>
    /// <param name="work">Counts what is read.</param>
    public static PdfCrossReferences Read(byte[] bytes, PdfWork work)
    {
        var references = new PdfCrossReferences(bytes, work);
        var next = references.FindStart();
        while (next is { } place) next = references.ReadTable(place);
        return references;
    }

    private int? FindStart()
    {
        var from = Math.Max(_bytes.Length - EndWithin, 0);
        var at = _bytes.AsSpan(from).LastIndexOf("startxref"u8);
        if (at < 0) throw Refusal.Damaged("its end is missing");
        var parser = new PdfParser(_bytes, from + at, _work);
        parser.Expect("startxref");
        var start = parser.ReadCount();
        var rest = _bytes.AsSpan(parser.Position);
        var end = rest.IndexOf("%%EOF"u8);
        if (end < 0) throw Refusal.Damaged("its end is missing");
        foreach (var value in rest[(end + 5)..]) HasBytesAfterEnd |= !PdfParser.IsSpace(value);
        return start;
    }

    /// <summary>Reads a table.</summary>
    /// <returns>Where the one before it is; null when it is the oldest.</returns>
    private int? ReadTable(int place)
    {
        if (place >= _bytes.Length || !_tables.Add(place) || _tables.Count > MaximumTables)
            throw Refusal.Damaged("its tables of objects are not where they should be");
        _isOutOfOrder |= place > _lastPlace;
        _lastPlace = place;
        var parser = new PdfParser(_bytes, place, _work);
        PdfDictionary trailer;
        if (parser.Read() is PdfKeyword { Value: "xref" })
        {
            trailer = ReadPlainTable(parser);
            if (trailer["XRefStm"] is not null)
                throw Refusal.UnmaskablePdf("This PDF has two tables of objects for old and new readers, which may show different pages.");
        }
        else
        {
            trailer = ReadStreamTable(place);
        }

        if (_tables.Count == 1) Trailer = trailer;
        return trailer["Prev"] switch
        {
            null => null,
            double number when PdfParser.AsWhole(number) is { } previous => previous,
            _ => throw Refusal.Damaged("its tables of objects are not where they should be"),
        };
    }

    // 7.5.4: parts of a first number and a count, each entry a place, a generation, and n or f.
    private PdfDictionary ReadPlainTable(PdfParser parser)
    {
        while (true)
        {
            var word = parser.Read();
            if (word is PdfKeyword { Value: "trailer" }) break;
            if (word is not double number || PdfParser.AsWhole(number) is not { } first)
                throw Refusal.Damaged("its table of objects is not valid");
            var count = parser.ReadCount();
            for (var i = 0; i < count; i++)
            {
                var (place, generation) = (parser.ReadCount(), parser.ReadCount());
                var kind = parser.Read() switch
                {
                    PdfKeyword { Value: "n" } => PdfEntryKind.InFile,
                    PdfKeyword { Value: "f" } => PdfEntryKind.Free,
                    _ => throw Refusal.Damaged("its table of objects is not valid"),
                };
                Add((long)first + i, new(kind, place, generation, 0));
            }
        }

        return parser.Read() as PdfDictionary ?? throw Refusal.Damaged("its trailer is missing");
    }

    // 7.5.8: fields of so many bytes each; the first is 0, 1 or 2 for free, in the file, in an object stream.
    private PdfDictionary ReadStreamTable(int place)
    {
        var parser = new PdfParser(_bytes, place, _work);
        parser.ReadCount();
        parser.ReadCount();
        parser.Expect("obj");
        if (parser.Read() is not PdfDictionary dictionary || dictionary["Type"] is not PdfName { Value: "XRef" })
            throw Refusal.Damaged("its tables of objects are not where they should be");
        parser.Expect("stream");
        var stream = PdfFile.ReadStream(_bytes, dictionary, parser.Position, dictionary["Length"] as double?);
        var widths = Numbers(dictionary["W"]);
        if (widths.Length != 3 || Array.Exists(widths, width => width > 4)) throw Refusal.Damaged("its table of objects is not valid");
        var length = widths[0] + widths[1] + widths[2];
        if (length == 0) throw Refusal.Damaged("its table of objects is not valid");

        var size = dictionary["Size"] is double number && PdfParser.AsWhole(number) is { } whole ? whole : 0;
        var parts = dictionary["Index"] is null ? [0, size] : Numbers(dictionary["Index"]);
        var rows = PdfFilters.Undo(PdfFilters.OfDirect(dictionary), stream.Data, MaximumLength, _work).AsSpan();
        for (var part = 0; part + 1 < parts.Length; part += 2)
        {
            for (var i = 0; i < parts[part + 1]; i++, rows = rows[length..])
            {
                if (rows.Length < length) throw Refusal.Damaged("its table of objects is too short");
                Add((long)parts[part] + i, Entry(rows, widths));
            }
        }

        return dictionary;
    }

    private static int[] Numbers(object? value) => value is object?[] items
        ? Array.ConvertAll(items, item =>
            item is double number && PdfParser.AsWhole(number) is { } whole
                ? whole
                : throw Refusal.Damaged("its table of objects is not valid"))
        : throw Refusal.Damaged("its table of objects is not valid");

    private static PdfEntry Entry(ReadOnlySpan<byte> row, int[] widths)
    {
        var kind = widths[0] == 0 ? 1 : Field(row[..widths[0]]);

        // An entry of any other kind refers to nothing (table 18).
        if (kind is not (1 or 2)) return default;
        var (second, third) = (Field(row.Slice(widths[0], widths[1])), Field(row.Slice(widths[0] + widths[1], widths[2])));
        return kind == 1 ? new(PdfEntryKind.InFile, second, third, 0) : new(PdfEntryKind.InStream, second, 0, third);
    }

    private static int Field(ReadOnlySpan<byte> bytes)
    {
        uint value = 0;
        foreach (var next in bytes) value = (value << 8) | next;
        return value <= int.MaxValue ? (int)value : throw Refusal.Damaged("its table of objects is not valid");
    }

    private void Add(long number, PdfEntry entry)
    {
        _work.Step();
        if (number > int.MaxValue) throw Refusal.Damaged("its table of objects is not valid");
        if (!_entries.TryGetValue((int)number, out var newer))
        {
            _entries.Add((int)number, entry);
            return;
        }

        if (entry.Kind == PdfEntryKind.Free || newer == entry) return;

        // Some readers take tables by their places in the file, others by their chain.
        if (_isOutOfOrder)
            throw Refusal.UnmaskablePdf("This PDF has two tables of objects that disagree, so that readers may show different pages.");
        HasEarlierRevision = true;
        if (newer.Kind == PdfEntryKind.Free) _removed.Add((int)number);
    }
}
