using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Writes a masked JPEG from nothing: every segment is made here from values that were understood, none is copied. The Huffman tables
/// are the best for the masked content: the source's may have been fitted to what is covered now, and with the standard ones a file
/// whose tables were fitted would grow by about a tenth.
/// </summary>
internal static class JpegWriter
{
    private const int MaximumIccPiece = 65519;

    public static byte[] Write(JpegFile file, SymbolStream symbols)
    {
        var writer = new BitWriter(file.Bytes.Length);
        writer.WriteMarker(JpegMarker.StartOfImage);
        WriteMetadata(writer, file.Metadata);
        var isExtended = WriteQuantizationTables(writer, file);
        WriteFrame(writer, file.Frame, isExtended);
        var encoders = WriteHuffmanTables(writer, symbols);
        if (file.RestartInterval > 0)
            writer.WriteSegment(JpegMarker.RestartInterval, (byte)(file.RestartInterval >> 8), (byte)file.RestartInterval);
        WriteScanHeader(writer, file.Frame);
        symbols.WriteTo(writer, encoders);
        writer.WriteMarker(JpegMarker.EndOfImage);
        return writer.ToArray();
    }

    private static void WriteMetadata(BitWriter writer, JpegMetadata metadata)
    {
        if (metadata.Jfif is { } density)
            writer.WriteSegment(JpegMarker.App0, [.. JpegApplicationData.JfifName.ToArray(), 1, 1, .. density, 0, 0]);
        if (!metadata.Orientation.IsUpright)
            writer.WriteSegment(JpegMarker.App1, [.. JpegApplicationData.ExifName.ToArray(), .. ExifBlock.Write(metadata.Orientation)]);
        if (metadata.AdobeTransform is { } transform)
            writer.WriteSegment(JpegMarker.App14, [.. JpegApplicationData.AdobeName.ToArray(), 0, 100, 0, 0, 0, 0, (byte)transform]);
        if (metadata.Profile is { } profile) WriteProfile(writer, profile.Bytes);
    }

    private static void WriteProfile(BitWriter writer, byte[] profile)
    {
        var pieces = (profile.Length + MaximumIccPiece - 1) / MaximumIccPiece;
        for (var i = 0; i < pieces; i++)
        {
            var piece = profile.AsSpan(i * MaximumIccPiece, Math.Min(MaximumIccPiece, profile.Length - (i * MaximumIccPiece)));
            byte[] data = [.. JpegApplicationData.IccName.ToArray(), (byte)(i + 1), (byte)pieces, .. piece.ToArray()];
            writer.WriteSegment(JpegMarker.App2, data);
        }
    }

    // Baseline has tables of 8 bits only; a wider one makes the frame an extended sequential one (T.81, B.2.4.1).
    private static bool WriteQuantizationTables(BitWriter writer, JpegFile file)
    {
        var isExtended = false;
        var written = new HashSet<int>();
        for (var i = 0; i < file.Frame.Components.Count; i++)
        {
            var number = file.Frame.Components[i].QuantizationTable;
            if (!written.Add(number)) continue;
            var values = file.QuantizationOf(i);
            var isWide = values.Any(value => value > byte.MaxValue);
            isExtended |= isWide;
            writer.WriteSegment(JpegMarker.QuantizationTables, isWide
                ? [(byte)(0x10 | number), .. values.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })]
                : [(byte)number, .. values.Select(value => (byte)value)]);
        }

        return isExtended;
    }

    private static void WriteFrame(BitWriter writer, JpegFrame frame, bool isExtended) => writer.WriteSegment(
        isExtended ? JpegMarker.StartOfFrame1 : JpegMarker.StartOfFrame0,
        [
            8,
            (byte)(frame.Height >> 8), (byte)frame.Height, (byte)(frame.Width >> 8), (byte)frame.Width,
            (byte)frame.Components.Count,
            .. frame.Components.SelectMany(component => new[]
            {
                component.Id, (byte)((component.Across << 4) | component.Down), (byte)component.QuantizationTable,
            }),
        ]);

    private static HuffmanEncoder?[] WriteHuffmanTables(BitWriter writer, SymbolStream symbols)
    {
        var encoders = new HuffmanEncoder?[TablePlace.Count];
        for (var place = 0; place < encoders.Length; place++)
        {
            if (!symbols.Uses(place)) continue;
            var table = HuffmanTableBuilder.Build(symbols.FrequenciesOf(place));
            var destination = (byte)(place >= TablePlace.Ac ? 0x10 | (place - TablePlace.Ac) : place);
            writer.WriteSegment(JpegMarker.HuffmanTables, [destination, .. table.Counts, .. table.Symbols]);
            encoders[place] = new(table);
        }

        return encoders;
    }

    private static void WriteScanHeader(BitWriter writer, JpegFrame frame) => writer.WriteSegment(
        JpegMarker.StartOfScan,
        [
            (byte)frame.Components.Count,
            .. frame.Components.SelectMany((component, i) => new[] { component.Id, (byte)(JpegFile.TableDestinationOf(i) * 0x11) }),
            0, 63, 0,
        ]);
}
