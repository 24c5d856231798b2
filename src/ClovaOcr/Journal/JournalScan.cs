using System;
using System.Collections.Generic;
using System.IO;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>
/// Reads a journal from its first record to its end and authenticates all of it, with a buffer of one size whatever the records'
/// (docs/journal-format.md, Reading).
/// </summary>
internal sealed class JournalScan
{
    private const int BufferLength = 64 * 1024;

    // The whole blocks that hold a payload's summary.
    private const int SummaryBlocks =
        (JournalPayload.SummaryLength + JournalCipher.BlockLength - 1) / JournalCipher.BlockLength * JournalCipher.BlockLength;

    // More zeros than a code ends with by chance: the last bytes of a record that never reached the disk.
    private const int UnwrittenZeros = 16;

    // What disks write at once. Fewer zeros are such a sign too if they are all that the file has behind one.
    private const int SectorLength = 512;

    private readonly Stream _file;
    private readonly JournalCipher _cipher;
    private readonly long _end;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly byte[] _head = new byte[JournalRecord.HeadLength];
    private readonly byte[] _start = new byte[JournalRecord.StartLength];
    private readonly byte[] _code = new byte[JournalRecord.CodeLength];

    private JournalScan(Stream file, JournalCipher cipher) => (_file, _cipher, _end) = (file, cipher, file.Length);

    /// <summary>The stretches of the file, each once, in order and without a gap.</summary>
    public static IEnumerable<FileStretch> Read(FileStream file, JournalCipher cipher) =>
        new JournalScan(new BufferedStream(file, BufferLength), cipher).Read();

    private IEnumerable<FileStretch> Read()
    {
        var position = (long)JournalHeader.Length;
        var damagedFrom = position;
        while (position < _end)
        {
            var stretch = ReadRecord(position) ?? ReadTornTail(position);
            if (stretch is null)
            {
                position = FindHead(position + 1);
                continue;
            }

            if (damagedFrom < position) yield return new FileStretch(StretchKind.Damaged, damagedFrom, position - damagedFrom);
            yield return stretch.Value;
            position += stretch.Value.Length;
            damagedFrom = position;
        }

        if (damagedFrom < _end) yield return new FileStretch(StretchKind.Damaged, damagedFrom, _end - damagedFrom);
    }

    private FileStretch? ReadRecord(long offset)
    {
        if (!ReadHead(offset, out var encryptedLength) || offset + JournalRecord.WholeLength(encryptedLength) > _end) return null;

        using var code = _cipher.BeginCodeOfRecord(offset);
        code.AppendData(_head);
        _file.Fill(_start, 0, _start.Length);
        code.AppendData(_start);
        var first = new byte[SummaryBlocks];
        for (var read = 0; read < encryptedLength;)
        {
            var count = _file.Fill(_buffer, 0, Math.Min(BufferLength, encryptedLength - read));
            if (count == 0) return null;
            if (read == 0) _buffer.AsSpan(0, SummaryBlocks).CopyTo(first);
            code.AppendData(_buffer, 0, count);
            read += count;
        }

        _file.Fill(_code, 0, _code.Length);
        return FixedTime.AreEqual(code.GetHashAndReset(), _code)
            && JournalPayload.ReadSummary(_cipher.DecryptStart(first, 0, first.Length, _start)) is { } summary
            ? new FileStretch(StretchKind.Record, offset, JournalRecord.WholeLength(encryptedLength), summary)
            : null;
    }

    /// <summary>
    /// The rest of the file, if it is what a killed process or a power cut leaves: a record that ends before its length says, or zeros
    /// where its bytes never reached the disk.
    /// </summary>
    private FileStretch? ReadTornTail(long offset)
    {
        var needed = ReadHead(offset, out var encryptedLength) ? JournalRecord.WholeLength(encryptedLength) : JournalRecord.HeadLength;
        var end = offset + needed;
        if (end <= _end)
        {
            var written = EndOfWritten(offset);
            var sectorEnd = (written + SectorLength - 1) / SectorLength * SectorLength;
            if (written >= end || (_end - written < UnwrittenZeros && sectorEnd >= _end)) return null;
        }

        return new FileStretch(StretchKind.Torn, offset, _end - offset);
    }

    private bool ReadHead(long offset, out int encryptedLength)
    {
        encryptedLength = 0;
        _file.Position = offset;
        return _file.Fill(_head, 0, _head.Length) == _head.Length && JournalRecord.IsHead(_cipher, offset, _head, out encryptedLength);
    }

    /// <summary>The place behind the file's last byte that is not zero; no farther back than asked for.</summary>
    private long EndOfWritten(long from)
    {
        for (var end = _end; end > from;)
        {
            var start = Math.Max(from, end - BufferLength);
            _file.Position = start;
            var count = _file.Fill(_buffer, 0, (int)(end - start));
            var last = Array.FindLastIndex(_buffer, Math.Max(0, count - 1), count, value => value != 0);
            if (last >= 0) return start + last + 1;
            end = start;
        }

        return from;
    }

    /// <summary>The place of the next authentic head; the file's end when there is none.</summary>
    private long FindHead(long from)
    {
        while (from + JournalRecord.HeadLength <= _end)
        {
            _file.Position = from;
            var count = _file.Fill(_buffer, 0, (int)Math.Min(BufferLength, _end - from));
            for (var at = 0; _buffer.AsSpan(at, count - at).IndexOf(JournalRecord.Marker) is >= 0 and var found; at += found + 1)
            {
                if (ReadHead(from + at + found, out _)) return from + at + found;
            }

            from += Math.Max(1, count - JournalRecord.Marker.Length + 1);
        }

        return _end;
    }
}
