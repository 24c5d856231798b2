using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Text;
using ClovaOcr.Cards;
using ClovaOcr.Platform;
using ClovaOcr.Service;

namespace ClovaOcr.Journal;

/// <summary>What is encrypted in a record: a summary of fixed length, and the answer, deflated (docs/journal-format.md, Payload).</summary>
internal static class JournalPayload
{
    public const int SummaryLength = ResultAt + 1 + sizeof(int);

    /// <summary>Bytes: the longest text that is taken. Each byte of an answer that is no UTF-8 becomes a character of three.</summary>
    public const int MaximumText = 3 * ResponseParser.MaximumSize;

    /// <summary>Bytes: what deflating may make of the longest text, which can grow by it.</summary>
    public const int MaximumLength = SummaryLength + MaximumText + (MaximumText / 4);

    private const byte Version = 1;
    private const int KeyAt = 1;
    private const int TimeAt = KeyAt + JournalKey.Length;
    private const int ResultAt = TimeAt + sizeof(long);

    public static byte[] Write(JournalKey key, JournalEntry entry)
    {
        var text = Encoding.UTF8.GetBytes(entry.Json);
        if (text.Length > MaximumText) throw new ArgumentException("The text is longer than any answer.", nameof(entry));

        var summary = new byte[SummaryLength];
        summary[0] = Version;
        key.WriteTo(summary.AsSpan(KeyAt));
        BinaryPrimitives.WriteInt64BigEndian(summary.AsSpan(TimeAt), entry.AnsweredAt.UtcTicks);
        summary[ResultAt] = (byte)entry.Result;
        BinaryPrimitives.WriteInt32BigEndian(summary.AsSpan(ResultAt + 1), text.Length);

        using var payload = new MemoryStream();
        payload.Write(summary, 0, summary.Length);
        using (var deflated = new DeflateStream(payload, CompressionLevel.Optimal, leaveOpen: true)) deflated.Write(text, 0, text.Length);
        return payload.ToArray();
    }

    /// <summary>Reads the summary at the beginning of a payload that was authenticated before.</summary>
    /// <exception cref="ClovaOcrException">It was written by a newer version.</exception>
    public static RecordSummary ReadSummary(ReadOnlySpan<byte> payload)
    {
        if (payload[0] != Version) throw JournalProblem.NewerVersion();
        return new RecordSummary(
            new JournalKey(payload.Slice(KeyAt, JournalKey.Length)),
            new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(payload[TimeAt..]), TimeSpan.Zero),
            (InferResult)payload[ResultAt]);
    }

    /// <summary>Reads a payload that was authenticated before.</summary>
    public static JournalEntry Read(byte[] payload)
    {
        var summary = ReadSummary(payload);
        var text = new byte[BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(ResultAt + 1))];
        using var inflated = new DeflateStream(
            new MemoryStream(payload, SummaryLength, payload.Length - SummaryLength), CompressionMode.Decompress);
        var length = inflated.Fill(text, 0, text.Length);
        return new JournalEntry(Encoding.UTF8.GetString(text, 0, length), summary.Result, summary.AnsweredAt);
    }
}
