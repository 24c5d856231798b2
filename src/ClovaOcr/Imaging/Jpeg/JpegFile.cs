using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// A sequential JPEG of one scan, read up to its compressed data: what masking keeps of it, and the names of what it does not.
/// </summary>
internal sealed class JpegFile
{
    private const int QuantizationTableCount = 4;
    private const int HuffmanTableCount = 4;

    private readonly HashSet<int> _quantizationTablesSeen = [];
    private readonly ushort[]?[] _quantization = new ushort[]?[QuantizationTableCount];
    private readonly HuffmanTable?[] _dc = new HuffmanTable?[HuffmanTableCount];
    private readonly HuffmanTable?[] _ac = new HuffmanTable?[HuffmanTableCount];
    private (int Dc, int Ac)[] _scanTables = [];
    private bool _hasHuffmanTables;

    private JpegFile(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public JpegFrame Frame { get; private set; } = null!;

    public JpegMetadata Metadata { get; } = new();

    public JpegColor Color { get; private set; }

    /// <summary>MCUs between restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>Where the compressed data begin.</summary>
    public int ScanStart { get; private set; }

    /// <summary>Reads a file's segments up to its scan.</summary>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static JpegFile Read(byte[] bytes)
    {
        var file = new JpegFile(bytes);
        var reader = new JpegSegmentReader(bytes);
        do
        {
            reader.Next();
            file.Take(reader.Marker, reader.Parameters);
        }
        while (reader.Marker != JpegMarker.StartOfScan);

        if (reader.SawStrayBytes) throw Refusal.Damaged("there are bytes between its segments that belong to none");
        file.ScanStart = reader.Position;
        file.Metadata.Finish();
        file.Color = file.Frame.ColorBy(file.Metadata.Jfif is not null, file.Metadata.AdobeTransform);
        for (var i = 0; i < file.Frame.Components.Count; i++)
            if (file.QuantizationOf(i).Contains((ushort)0)) throw Refusal.Damaged("a quantisation table holds a zero");
        if (file._quantizationTablesSeen.Except(file.Frame.Components.Select(component => component.QuantizationTable)).Any())
            file.Metadata.Dropped.Add("unused quantisation table");
        return file;
    }

    /// <summary>Where a component's tables are in the masked file: brightness and black first, the two colours second.</summary>
    public static int TableDestinationOf(int component) => component is 1 or 2 ? 1 : 0;

    public ushort[] QuantizationOf(int component) =>
        _quantization[Frame.Components[component].QuantizationTable] ?? throw Refusal.Damaged("a quantisation table is missing");

    public HuffmanTable DcTableOf(int component) => Table(_dc, StandardHuffmanTables.Dc, _scanTables[component].Dc);

    public HuffmanTable AcTableOf(int component) => Table(_ac, StandardHuffmanTables.Ac, _scanTables[component].Ac);

    private HuffmanTable Table(HuffmanTable?[] own, HuffmanTable[] standard, int number) =>
        (_hasHuffmanTables ? own[number] : standard.ElementAtOrDefault(number)) ?? throw Refusal.Damaged("a Huffman table is missing");

    private void Take(byte marker, ReadOnlySpan<byte> parameters)
    {
        switch (marker)
        {
            case JpegMarker.QuantizationTables:
                TakeQuantizationTables(parameters);
                break;
            case JpegMarker.HuffmanTables:
                TakeHuffmanTables(parameters);
                break;
            case JpegMarker.RestartInterval when parameters.Length == 2:
                RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(parameters);
                break;
            case JpegMarker.StartOfScan:
                TakeScanHeader(parameters);
                break;
            case JpegMarker.Comment:
                Metadata.Dropped.Add("comment");
                break;
            case JpegMarker.ArithmeticConditioning:
                throw Refusal.Unmaskable("This JPEG is arithmetic coded, a kind that is not masked.");
            case JpegMarker.HierarchicalProgression or JpegMarker.Expand:
                throw Refusal.Unmaskable("This JPEG is hierarchical, a kind that is not masked.");
            case var _ when JpegMarker.IsApplication(marker):
                Metadata.Take(marker, parameters);
                break;
            case var _ when JpegMarker.IsFrame(marker):
                if (Frame is not null) throw Refusal.Damaged("it has two frames");
                Frame = JpegFrame.Read(marker, parameters);
                break;
            default:
                throw Refusal.Damaged("it holds a segment that has no place before its picture");
        }
    }

    // T.81, B.2.4.1: precision and destination in one byte, then 64 values of 8 or 16 bits in zigzag order; several tables a segment.
    private void TakeQuantizationTables(ReadOnlySpan<byte> parameters)
    {
        while (parameters.Length > 0)
        {
            var (isWide, number) = (parameters[0] >> 4 == 1, parameters[0] & 15);
            var length = 1 + (isWide ? 128 : 64);
            if (parameters[0] >> 4 > 1 || number >= QuantizationTableCount || parameters.Length < length)
                throw Refusal.Damaged("a quantisation table is not valid");

            var values = new ushort[64];
            for (var i = 0; i < values.Length; i++)
                values[i] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(parameters[(1 + (i * 2))..]) : parameters[1 + i];
            if (!_quantizationTablesSeen.Add(number)) Metadata.Dropped.Add("replaced quantisation table");
            _quantization[number] = values;
            parameters = parameters[length..];
        }
    }

    // T.81, B.2.4.2: class and destination in one byte, 16 counts, the symbols; several tables a segment.
    private void TakeHuffmanTables(ReadOnlySpan<byte> parameters)
    {
        _hasHuffmanTables = true;
        while (parameters.Length > 0)
        {
            if (parameters.Length < 17) throw Refusal.Damaged("a Huffman table is cut off");
            var (isAc, number) = (parameters[0] >> 4 == 1, parameters[0] & 15);
            var symbols = 0;
            foreach (var count in parameters.Slice(1, 16)) symbols += count;
            if (parameters[0] >> 4 > 1 || number >= HuffmanTableCount || symbols > 256 || parameters.Length < 17 + symbols)
                throw Refusal.Damaged("a Huffman table is not valid");

            (isAc ? _ac : _dc)[number] = new(parameters.Slice(1, 16), parameters.Slice(17, symbols));
            parameters = parameters[(17 + symbols)..];
        }
    }

    // T.81, B.2.3.
    private void TakeScanHeader(ReadOnlySpan<byte> parameters)
    {
        if (Frame is null) throw Refusal.Damaged("it has no frame");
        var count = parameters.Length > 0 ? parameters[0] : 0;
        if (count is 0 or > 4 || parameters.Length != 4 + (count * 2)) throw Refusal.Damaged("its scan header has the wrong length");
        if (count != Frame.Components.Count)
            throw Refusal.Unmaskable("This JPEG has its colours in several scans, which is not masked yet.");

        _scanTables = new (int Dc, int Ac)[count];
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (parameters[1 + (i * 2)], parameters[2 + (i * 2)]);
            _scanTables[i] = (tables >> 4, tables & 15);

            // T.81, B.2.3: the components of a scan are in the frame's order.
            if (id != Frame.Components[i].Id || tables >> 4 >= HuffmanTableCount || (tables & 15) >= HuffmanTableCount)
                throw Refusal.Damaged("its scan header is not valid");
        }

        var (start, end, approximation) = (parameters[^3], parameters[^2], parameters[^1]);
        if (start != 0 || end != 63 || approximation != 0)
            throw Refusal.Damaged("its scan is not the sequential one that its frame announces");
    }
}
