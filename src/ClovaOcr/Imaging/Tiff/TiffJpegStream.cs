using System;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// A strip or tile as a JPEG of its own: the tables that all share (TIFF's technical note 2, tag 347), then its own, then its compressed
/// data. What an application wrote into it is left out; readers of TIFF pass over it, and go by the tags.
/// </summary>
internal static class TiffJpegStream
{
    /// <summary>Joins tables and data.</summary>
    /// <param name="tables">A JPEG stream of nothing but tables; null without one.</param>
    /// <param name="segment">The bytes of the strip or tile.</param>
    /// <param name="leftOut">Whether it held more than its picture.</param>
    public static byte[] Join(byte[]? tables, ReadOnlySpan<byte> segment, out bool leftOut)
    {
        var stream = new BitWriter(segment.Length + (tables?.Length ?? 0));
        stream.WriteMarker(JpegMarker.StartOfImage);
        leftOut = false;
        if (tables is not null) CopyTables(stream, tables, ref leftOut);

        var reader = new JpegSegmentReader(segment);
        while (true)
        {
            reader.Next();
            if (reader.Marker == JpegMarker.StartOfScan) break;
            if (reader.Marker == JpegMarker.EndOfImage) throw Refusal.Damaged("a strip or tile has no picture");
            CopyTo(stream, reader.Marker, reader.Parameters, ref leftOut);
        }

        stream.WriteSegment(reader.Marker, reader.Parameters.ToArray());
        byte[] joined = [.. stream.ToArray(), .. segment[reader.Position..].ToArray()];
        JpegWorkload.EnsureBearable(joined, isPart: true);
        return joined;
    }

    private static void CopyTables(BitWriter stream, byte[] tables, ref bool leftOut)
    {
        var reader = new JpegSegmentReader(tables);
        while (true)
        {
            reader.Next();
            if (reader.Marker == JpegMarker.EndOfImage) break;
            if (JpegMarker.IsFrame(reader.Marker) || reader.Marker == JpegMarker.StartOfScan)
                throw Refusal.Damaged("its JPEG tables hold a picture");
            CopyTo(stream, reader.Marker, reader.Parameters, ref leftOut);
        }

        if (reader.Position < tables.Length) leftOut = true;
    }

    private static void CopyTo(BitWriter stream, byte marker, ReadOnlySpan<byte> parameters, ref bool leftOut)
    {
        if (JpegMarker.IsApplication(marker) || marker == JpegMarker.Comment) leftOut = true;
        else if (JpegMarker.StandsAlone(marker)) throw Refusal.Damaged("a strip or tile holds a marker that has no place there");
        else stream.WriteSegment(marker, parameters.ToArray());
    }
}
