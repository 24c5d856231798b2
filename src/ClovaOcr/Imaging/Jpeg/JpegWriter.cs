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

    private static readonly byte[][] UsualNames = [[1, 2, 3, 4], [0, 1, 2, 3], [.. "RGB"u8], [.. "CMYK"u8]];

    // T.872, 6.5.3.
    private static readonly Dictionary<JpegColor, byte> AdobeTransforms = new()
    {
        [JpegColor.YCbCr] = 1,
        [JpegColor.Rgb] = 0,
        [JpegColor.Cmyk] = 0,
        [JpegColor.Ycck] = 2,
    };

    public static byte[] Write(JpegFile file, MaskedScan scan)
    {
        var writer = new BitWriter(file.Bytes.Length);
        var quantization = new MaskedQuantization(file, scan);
        var names = ComponentNames(file);
        writer.WriteMarker(JpegMarker.StartOfImage);
        WriteMetadata(writer, file);
        var isExtended = WriteQuantizationTables(writer, quantization);
        WriteFrame(writer, file.Frame, names, quantization, isExtended);
        var encoders = WriteHuffmanTables(writer, scan.Symbols);
        if (scan.RestartInterval > 0)
            writer.WriteSegment(JpegMarker.RestartInterval, (byte)(scan.RestartInterval >> 8), (byte)scan.RestartInterval);
        WriteScanHeader(writer, names);
        scan.Symbols.WriteTo(writer, encoders);
        writer.WriteMarker(JpegMarker.EndOfImage);
        return writer.ToArray();
    }

    // Some decoders take the colours from the usual names; others could be any bytes.
    private static byte[] ComponentNames(JpegFile file)
    {
        byte[] names = [.. file.Frame.Components.Select(component => component.Id)];
        return Array.Exists(UsualNames, usual => usual.AsSpan().StartsWith(names)) ? names : [.. UsualNames[0].Take(names.Length)];
    }

    private static void WriteMetadata(BitWriter writer, JpegFile file)
    {
        var metadata = file.Metadata;
        if (metadata.Jfif is { } density)
            writer.WriteSegment(JpegMarker.App0, [.. JpegApplicationData.JfifName.ToArray(), 1, 1, .. density, 0, 0]);
        if (!metadata.Orientation.IsUpright)
            writer.WriteSegment(JpegMarker.App1, [.. JpegApplicationData.ExifName.ToArray(), .. ExifBlock.Write(metadata.Orientation)]);
        if (metadata.AdobeTransform is not null && AdobeTransforms.TryGetValue(file.Color, out var transform))
            writer.WriteSegment(JpegMarker.App14, [.. JpegApplicationData.AdobeName.ToArray(), 0, 100, 0, 0, 0, 0, transform]);
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
    private static bool WriteQuantizationTables(BitWriter writer, MaskedQuantization quantization)
    {
        var isExtended = false;
        for (var number = 0; number < quantization.Tables.Count; number++)
        {
            var values = quantization.Tables[number];
            var isWide = values.Any(value => value > byte.MaxValue);
            isExtended |= isWide;
            writer.WriteSegment(JpegMarker.QuantizationTables, isWide
                ? [(byte)(0x10 | number), .. values.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })]
                : [(byte)number, .. values.Select(value => (byte)value)]);
        }

        return isExtended;
    }

    private static void WriteFrame(
        BitWriter writer, JpegFrame frame, byte[] names, MaskedQuantization quantization, bool isExtended) => writer.WriteSegment(
        isExtended ? JpegMarker.StartOfFrame1 : JpegMarker.StartOfFrame0,
        [
            8,
            (byte)(frame.Height >> 8), (byte)frame.Height, (byte)(frame.Width >> 8), (byte)frame.Width,
            (byte)names.Length,
            .. frame.Components.SelectMany((component, i) => new[]
            {
                names[i], (byte)((component.Across << 4) | component.Down), (byte)quantization.NumberOf[i],
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

    private static void WriteScanHeader(BitWriter writer, byte[] names) => writer.WriteSegment(
        JpegMarker.StartOfScan,
        [
            (byte)names.Length,
            .. names.SelectMany((name, i) => new[] { name, (byte)(TablePlace.DestinationOf(i) * 0x11) }),
            0, 63, 0,
        ]);
}
