using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A filter that a stream's data went through (ISO 32000-1, 7.4).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters; empty for none.</param>
internal readonly record struct PdfFilter(string Name, PdfDictionary Parameters);

/// <summary>Undoes filters, never to more than a length that is known before.</summary>
internal static class PdfFilters
{
    public const string Flate = "FlateDecode";

    private const int MaximumFilters = 4;
    private const int PieceLength = 16384;

    // What a filter's parameters may say; whatever else stands there, no reader is to be told.
    private static readonly string[] ParameterNames =
    [
        "Predictor", "Colors", "BitsPerComponent", "Columns", "EarlyChange", "K", "EndOfLine", "EncodedByteAlign", "Rows", "EndOfBlock",
        "BlackIs1", "DamagedRowsBeforeError", "ColorTransform",
    ];

    /// <summary>A stream's filters in the order in which they are undone.</summary>
    public static IReadOnlyList<PdfFilter> Of(PdfFile file, PdfDictionary stream) => Of(stream, file.Resolve);

    /// <summary>The filters of a stream that is read before references can be followed.</summary>
    public static IReadOnlyList<PdfFilter> OfDirect(PdfDictionary stream) => Of(stream, value => value);

    /// <summary>Undoes all filters of a stream that is no picture.</summary>
    /// <param name="filters">Its filters.</param>
    /// <param name="data">Its data.</param>
    /// <param name="limit">Bytes; more is damage.</param>
    /// <param name="work">Counts the bytes that go in and come out.</param>
    public static byte[] Undo(IReadOnlyList<PdfFilter> filters, ReadOnlyMemory<byte> data, int limit, PdfWork work)
    {
        foreach (var filter in filters)
        {
            var rows = RowsOf(filter);
            work.Take(data.Length + PieceLength + (2L * rows.Length));
            data = Undo(filter, rows, data, limit);
        }

        work.Take(data.Length);
        return data.Length <= limit ? data.ToArray() : throw TooLong();
    }

    /// <summary>Undoes one filter and its predictor.</summary>
    public static ReadOnlyMemory<byte> Undo(PdfFilter filter, ReadOnlyMemory<byte> data, int limit) =>
        Undo(filter, RowsOf(filter), data, limit);

    /// <summary>The data with one filter undone, its predictor not; what is decoded at once is at most as long as the limit.</summary>
    public static Stream Open(PdfFilter filter, ReadOnlyMemory<byte> data, int limit) => filter.Name switch
    {
        Flate => Inflate(data),
        PdfLzw.Name => new MemoryStream(PdfLzw.Undo(data.Span, filter.Parameters["EarlyChange"] is not 0.0, limit)),
        "RunLengthDecode" => new MemoryStream(PdfRunLength.Undo(data.Span, limit)),
        "ASCII85Decode" => new MemoryStream(PdfAscii.Undo85(data.Span, limit)),
        "ASCIIHexDecode" => new MemoryStream(PdfAscii.UndoHexadecimal(data.Span, limit)),
        _ => throw Refusal.UnmaskablePdf("This PDF has a part that is coded in a way that is not read."),
    };

    /// <summary>The data as they are.</summary>
    public static Stream Plain(ReadOnlyMemory<byte> data)
    {
        var (array, offset) = Segment(data);
        return new MemoryStream(array, offset, data.Length, writable: false);
    }

    public static ClovaOcrException TooLong() => Refusal.Damaged("a part of it holds more than the page of a scan needs");

    private static PdfRows RowsOf(PdfFilter filter) =>
        filter.Name is Flate or PdfLzw.Name ? PdfRows.By(filter.Parameters) : PdfRows.Unpredicted;

    private static ReadOnlyMemory<byte> Undo(PdfFilter filter, PdfRows rows, ReadOnlyMemory<byte> data, int limit)
    {
        using var decoded = Open(filter, data, limit);
        if (rows.Length > limit) throw TooLong();
        var output = new MemoryStream();
        var row = new byte[rows.Predictor > 1 ? rows.Length : PieceLength];
        for (int length; (length = rows.Read(decoded, row)) > 0;)
        {
            if (output.Length + length > limit) throw TooLong();
            output.Write(row, 0, length);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    // RFC 1950, 2.2. The checksum at the end is not looked at, as in every reader: some writers leave it out.
    private static DeflateStream Inflate(ReadOnlyMemory<byte> data)
    {
        var bytes = data.Span;
        if (bytes.Length < 2 || (bytes[0] & 15) != 8 || (bytes[1] & 0x20) != 0 || ((bytes[0] << 8) | bytes[1]) % 31 != 0)
            throw Refusal.Damaged("its compressed data do not begin as they should");
        var (array, offset) = Segment(data);
        return new(new MemoryStream(array, offset + 2, data.Length - 2, writable: false), CompressionMode.Decompress);
    }

    private static (byte[] Array, int Offset) Segment(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out var segment) ? (segment.Array!, segment.Offset) : (data.ToArray(), 0);

    private static PdfFilter[] Of(PdfDictionary stream, Func<object?, object?> resolve)
    {
        if (stream["F"] is not null) throw Refusal.UnmaskablePdf("This PDF has a part that lies in another file.");

        // An abbreviation that some readers take (7.4.1 and 8.9.7 know it in an inline picture only) and others do not.
        if (stream.Keys.Contains("DP"))
            throw Refusal.UnmaskablePdf("This PDF abbreviates how a part of it is coded, which not every reader understands.");
        var names = List(resolve(stream["Filter"]));
        var parameters = List(resolve(stream["DecodeParms"]));
        if (names.Length > MaximumFilters) throw Refusal.Damaged("a part of it is coded too many times");
        var filters = new PdfFilter[names.Length];
        for (var i = 0; i < filters.Length; i++)
        {
            if (resolve(names[i]) is not PdfName name) throw Refusal.Damaged("the coding of a part of it is not valid");
            var given = resolve(i < parameters.Length ? parameters[i] : null);
            filters[i] = new(name.Value, given switch
            {
                null => PdfDictionary.Empty,
                PdfDictionary dictionary => Parameters(dictionary, resolve),
                _ => throw Refusal.Damaged("the coding of a part of it is not valid"),
            });
        }

        return filters;
    }

    private static PdfDictionary Parameters(PdfDictionary given, Func<object?, object?> resolve)
    {
        var known = new PdfDictionary();
        foreach (var name in ParameterNames)
        {
            if (resolve(given[name]) is not { } value) continue;
            known.Add(name, value is double or bool ? value : throw Refusal.Damaged("the coding of a part of it is not valid"));
        }

        return known;
    }

    private static object?[] List(object? value) => value switch
    {
        null => [],
        object?[] items => items,
        _ => [value],
    };
}
