using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// A JPEG, read from one scan to the next: what masking keeps of it beside its compressed data, and the names of what it does not.
/// </summary>
internal sealed class JpegFile
{
    // Encoders write up to some 20; a file of thousands is made to keep a decoder busy, each going over the whole picture.
    private const int MaximumScans = 100;

    private readonly JpegTables _tables = new();

    // By component: the table that held when its first scan began, which is the one that decoders use (T.81, B.2.4.1).
    private ushort[]?[] _quantization = [];
    private int _scans;

    private JpegFile(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public JpegFrame Frame { get; private set; } = null!;

    public JpegMetadata Metadata { get; } = new();

    public JpegColor Color { get; private set; }

    /// <summary>The samples of black, if the file that this picture is a part of says them; null for those of its own colours.</summary>
    public IReadOnlyList<byte>? Black { get; private set; }

    /// <summary>The present scan.</summary>
    public JpegScanHeader Scan { get; private set; } = null!;

    /// <summary>Where the present scan's compressed data begin.</summary>
    public int ScanStart { get; private set; }

    /// <summary>MCUs between restart markers in the present scan; 0 for none.</summary>
    public int RestartInterval => _tables.RestartInterval;

    /// <summary>Whether the first scan is the whole picture.</summary>
    public bool IsOneScan => !Frame.IsProgressive && Scan.Components.Length == Frame.Components.Count;

    /// <summary>Reads a file's segments up to its first scan.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="black">The samples of black, if the file itself does not say; null if it does.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static JpegFile Read(byte[] bytes, IReadOnlyList<byte>? black = null)
    {
        var file = new JpegFile(bytes) { Black = black };
        file.ReadSegments(0);
        if (file.Scan is null) throw Refusal.Damaged("it has no picture");
        file.Metadata.Finish(file.Frame.Components.Count);
        file.Color = file.Frame.ColorBy(file.Metadata.Jfif is not null, file.Metadata.AdobeTransform);
        return file;
    }

    /// <summary>Goes on to the next scan, or to the end of the file, which is what false says.</summary>
    /// <param name="position">Where the present scan's data ended.</param>
    public bool GoToNextScan(int position)
    {
        var scans = _scans;
        ReadSegments(position);
        return _scans > scans;
    }

    /// <summary>The table of a component that has had a scan, in zigzag order.</summary>
    public ushort[] QuantizationOf(int component) =>
        _quantization[component] ?? throw new InvalidOperationException("This component has had no scan.");

    public HuffmanTable DcTableOf(ScanComponent component) => _tables.Dc(component.DcTable);

    public HuffmanTable AcTableOf(ScanComponent component) => _tables.Ac(component.AcTable);

    private void ReadSegments(int position)
    {
        var reader = new JpegSegmentReader(Bytes, position);
        do
        {
            reader.Next();
            if (_scans == 0) TakeBeforePicture(reader.Marker, reader.Parameters);
            else TakeWithinPicture(reader.Marker, reader.Parameters);
        }
        while (reader.Marker is not (JpegMarker.StartOfScan or JpegMarker.EndOfImage));

        if (reader.SawStrayBytes) throw Refusal.Damaged("there are bytes between its segments that belong to none");
        ScanStart = reader.Position;
        if (reader.Marker == JpegMarker.EndOfImage) NoteEnd(reader.Position);
    }

    private void TakeBeforePicture(byte marker, ReadOnlySpan<byte> parameters)
    {
        if (JpegMarker.IsApplication(marker))
        {
            Metadata.Take(marker, parameters);
        }
        else if (JpegMarker.IsFrame(marker))
        {
            if (Frame is not null) throw Refusal.Damaged("it has two frames");
            Frame = JpegFrame.Read(marker, parameters);
            JpegWorkload.EnsureBearable(Bytes);
            _quantization = new ushort[]?[Frame.Components.Count];
        }
        else
        {
            Take(marker, parameters);
        }
    }

    // Viewers take metadata from before the picture only.
    private void TakeWithinPicture(byte marker, ReadOnlySpan<byte> parameters)
    {
        if (JpegMarker.IsApplication(marker)) Metadata.Dropped.Add(JpegApplicationData.Describe(marker, parameters));
        else if (marker == JpegMarker.NumberOfLines)
            throw Refusal.Unmaskable("This JPEG tells its height after the picture (DNL), which is not masked.");
        else if (marker != JpegMarker.EndOfImage) Take(marker, parameters);
    }

    private void Take(byte marker, ReadOnlySpan<byte> parameters)
    {
        if (_tables.Take(marker, parameters)) return;
        switch (marker)
        {
            case JpegMarker.StartOfScan:
                StartScan(parameters);
                break;
            case JpegMarker.Comment:
                Metadata.Dropped.Add("comment");
                break;
            case JpegMarker.ArithmeticConditioning:
                throw Refusal.Unmaskable("This JPEG is arithmetic coded, a kind that is not masked.");
            case JpegMarker.HierarchicalProgression or JpegMarker.Expand:
                throw Refusal.Unmaskable("This JPEG is hierarchical, a kind that is not masked.");
            default:
                throw Refusal.Damaged("it holds a segment that has no place there");
        }
    }

    private void StartScan(ReadOnlySpan<byte> parameters)
    {
        if (Frame is null) throw Refusal.Damaged("it has no frame");
        if (++_scans > MaximumScans) throw Refusal.Unmaskable("This JPEG has more scans than any picture needs.");
        if (Frame.IsProgressive && RestartInterval > 0)
            throw Refusal.Unmaskable("This progressive JPEG has restart markers, which the decoder that checks copies does not read.");
        Scan = JpegScanHeader.Read(parameters, Frame);
        foreach (var component in Scan.Components)
        {
            var table = _tables.Quantization(Frame.Components[component.Index].QuantizationTable);
            if (table is null) throw Refusal.Damaged("a quantisation table is missing");
            if (Array.IndexOf(table, (ushort)0) >= 0) throw Refusal.Damaged("a quantisation table holds a zero");

            // Some decoders would go on with the first table, others with the last.
            var first = _quantization[component.Index] ??= table;
            if (!first.AsSpan().SequenceEqual(table)) throw Refusal.Damaged("a quantisation table changes within its picture");
        }
    }

    // Whatever follows the end of the picture, such as the other pictures of an MPO file, is none of the picture.
    private void NoteEnd(int end)
    {
        if (end < Bytes.Length) Metadata.Dropped.Add("bytes after the picture");
        if (_tables.HasReplacedQuantization) Metadata.Dropped.Add("replaced quantisation table");
        var used = Frame?.Components.Select(component => component.QuantizationTable) ?? [];
        if (_tables.QuantizationNumbers().Except(used).Any()) Metadata.Dropped.Add("unused quantisation table");
    }
}
