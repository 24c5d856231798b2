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
    /// <returns>Null when it says what no writer says: of authentic bytes, too, none is believed unseen.</returns>
    /// <exception cref="ClovaOcrException">It was written by a newer version.</exception>
    public static RecordSummary? ReadSummary(ReadOnlySpan<byte> payload)
    {
        if (payload[0] != Version) throw JournalProblem.NewerVersion();
        var ticks = BinaryPrimitives.ReadInt64BigEndian(payload[TimeAt..]);
        var result = (InferResult)payload[ResultAt];
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks || result is not (InferResult.Success or InferResult.Failure or InferResult.Error)) return null;
        return new RecordSummary(new JournalKey(payload.Slice(KeyAt, JournalKey.Length)), new DateTimeOffset(ticks, TimeSpan.Zero), result);
    }

    /// <summary>Reads a payload that was authenticated before.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="key">What it must be the answer for: a record that was once at the same place is authentic there too.</param>
    /// <returns>
    /// Null when it is another picture's, or not what a writer makes: cut off, longer than any answer, or not as long as it says.
    /// </returns>
    public static JournalEntry? Read(byte[] payload, JournalKey key)
    {
        if (payload.Length < SummaryLength || ReadSummary(payload) is not { } summary || summary.Key != key) return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(ResultAt + 1));
        if (length is < 0 or > MaximumText) return null;

        var text = new byte[length];
        using var inflated = new DeflateStream(
            new MemoryStream(payload, SummaryLength, payload.Length - SummaryLength), CompressionMode.Decompress);
        try
        {
            return inflated.Fill(text, 0, length) == length && inflated.ReadByte() < 0
                ? new JournalEntry(Encoding.UTF8.GetString(text), summary.Result, summary.AnsweredAt)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
