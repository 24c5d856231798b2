using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Writes a TIFF from nothing, little-endian: the header, the strips or tiles without gaps, then the directory and its values. Every tag
/// is made here from what was understood, none is copied.
/// </summary>
internal sealed class TiffWriter : IDisposable
{
    private const int HeaderLength = 8;
    private const int EntryLength = 12;
    private const int ValueLength = 4;

    private readonly SegmentedBytes _sink = new();
    private readonly List<uint> _starts = [];

    public TiffWriter() => _sink.Write(new byte[HeaderLength]);

    /// <summary>Where the next strip's or tile's bytes go.</summary>
    public SegmentedBytes BeginSegment()
    {
        _starts.Add((uint)_sink.Length);
        return _sink;
    }

    /// <summary>Writes the directory after all strips or tiles.</summary>
    /// <param name="layout">How the samples were written.</param>
    /// <param name="palette">The colour map; empty without one.</param>
    /// <param name="metadata">What else is kept.</param>
    public byte[] Finish(TiffLayout layout, ushort[] palette, TiffMetadata metadata)
    {
        var end = (uint)_sink.Length;
        var lengths = _starts.Select((start, i) => (i + 1 < _starts.Count ? _starts[i + 1] : end) - start).ToArray();
        var tags = TiffTags.Of(layout, palette, metadata, [.. _starts], lengths);

        // A directory begins at an even place (TIFF 6.0, 2), and so does each value here.
        if (end % 2 != 0) _sink.WriteByte(0);
        var start = (int)_sink.Length;
        WriteDirectory(tags, start);
        var file = _sink.ToArray();
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), start);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose() => _sink.Dispose();

    private void WriteDirectory(IReadOnlyList<TiffTagValue> tags, int start)
    {
        var next = start + 2 + (tags.Count * EntryLength) + ValueLength;
        var entries = new byte[next - start];
        BinaryPrimitives.WriteUInt16LittleEndian(entries, (ushort)tags.Count);
        for (var i = 0; i < tags.Count; i++)
        {
            var entry = entries.AsSpan(2 + (i * EntryLength));
            var (tag, type, count, value) = tags[i];
            BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], (ushort)type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], count);
            if (value.Length <= ValueLength)
            {
                value.CopyTo(entry[8..]);
                continue;
            }

            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], next);
            next += value.Length + (value.Length % 2);
        }

        _sink.Write(entries);
        foreach (var (_, _, _, value) in tags)
        {
            if (value.Length <= ValueLength) continue;
            _sink.Write(value);
            if (value.Length % 2 != 0) _sink.WriteByte(0);
        }
    }
}
