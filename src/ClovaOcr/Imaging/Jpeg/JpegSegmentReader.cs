using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Steps through the marker segments of a file (T.81, B.1.1), until something that is not a segment follows, as after SOS.
/// </summary>
internal ref struct JpegSegmentReader
{
    private readonly ReadOnlySpan<byte> _file;

    /// <param name="file">The whole file.</param>
    /// <param name="position">Where the first marker is expected; the start of the file is checked to be SOI.</param>
    public JpegSegmentReader(ReadOnlySpan<byte> file, int position = 0)
    {
        _file = file;
        Position = position;
        if (position > 0) return;
        if (file.Length < 2 || file[0] != JpegMarker.Prefix || file[1] != JpegMarker.StartOfImage)
            throw Refusal.Damaged("it does not begin as a JPEG does");
        Position = 2;
    }

    /// <summary>The first byte after the present segment.</summary>
    public int Position { get; private set; }

    public byte Marker { get; private set; }

    /// <summary>The segment's parameters, after its length.</summary>
    public ReadOnlySpan<byte> Parameters { get; private set; }

    /// <summary>Whether bytes that belong to no segment have been passed over.</summary>
    public bool SawStrayBytes { get; private set; }

    /// <summary>Goes to the next segment. The file must hold one: its end is an error.</summary>
    public void Next()
    {
        Marker = NextMarker();
        Parameters = default;
        if (JpegMarker.StandsAlone(Marker)) return;

        if (_file.Length - Position < 2) throw Truncated();
        int length = BinaryPrimitives.ReadUInt16BigEndian(_file[Position..]);
        if (length < 2) throw Refusal.Damaged("a segment is shorter than its own length");
        if (_file.Length - Position < length) throw Truncated();
        Parameters = _file.Slice(Position + 2, length - 2);
        Position += length;
    }

    private byte NextMarker()
    {
        while (true)
        {
            var stray = _file[Position..].IndexOf(JpegMarker.Prefix);
            if (stray < 0) throw Truncated();
            if (stray > 0) SawStrayBytes = true;
            Position += stray;

            // Any number of fill bytes FF may stand before a marker (T.81, B.1.1.2).
            while (Position < _file.Length && _file[Position] == JpegMarker.Prefix) Position++;
            if (Position == _file.Length) throw Truncated();
            var marker = _file[Position++];
            if (marker != 0) return marker;
            SawStrayBytes = true;
        }
    }

    private static ClovaOcrException Truncated() => Refusal.Damaged("the file ends too early");
}
