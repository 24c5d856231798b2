using System;
using System.Buffers.Binary;
using System.IO;
using System.Security.Cryptography;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>
/// One record: a head that tells its length, and the encrypted payload with its code. Both codes cover the record's place in the file, so
/// that none can be moved (docs/journal-format.md, Record).
/// </summary>
internal static class JournalRecord
{
    public const int HeadLength = LengthAt + sizeof(int) + HeadCodeLength;
    public const int CodeLength = JournalCipher.CodeLength;
    public const int StartLength = JournalCipher.BlockLength;

    private const int LengthAt = 8;
    private const int HeadCodeAt = LengthAt + sizeof(int);
    private const int HeadCodeLength = 16;
    private const int MaximumEncrypted = JournalPayload.MaximumLength + JournalCipher.BlockLength;

    /// <summary>The first bytes of each record.</summary>
    public static ReadOnlySpan<byte> Marker => [0x89, (byte)'C', (byte)'A', (byte)'R', (byte)'D', (byte)'\r', (byte)'\n', 0x1A];

    /// <summary>The length of a whole record with as many encrypted bytes.</summary>
    public static long WholeLength(int encryptedLength) => HeadLength + StartLength + (long)encryptedLength + CodeLength;

    /// <summary>Encrypts and authenticates a payload for one place of the file.</summary>
    public static byte[] Seal(JournalCipher cipher, long offset, byte[] payload)
    {
        var start = new byte[StartLength];
        using (var random = RandomNumberGenerator.Create()) random.GetBytes(start);
        var encrypted = cipher.Encrypt(payload, start);

        var record = new byte[WholeLength(encrypted.Length)];
        Marker.CopyTo(record);
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(LengthAt), encrypted.Length);
        cipher.CodeOfHead(offset, record, HeadCodeAt).AsSpan(0, HeadCodeLength).CopyTo(record.AsSpan(HeadCodeAt));
        start.CopyTo(record, HeadLength);
        encrypted.CopyTo(record, HeadLength + StartLength);
        using var code = cipher.BeginCodeOfRecord(offset);
        code.AppendData(record, 0, record.Length - CodeLength);
        code.GetHashAndReset().CopyTo(record, record.Length - CodeLength);
        return record;
    }

    /// <summary>Whether bytes are the head of a record at this place of the file.</summary>
    /// <param name="cipher">The journal's keys.</param>
    /// <param name="offset">The place.</param>
    /// <param name="head">A head's length of bytes.</param>
    /// <param name="encryptedLength">The length of what is encrypted, within its limits.</param>
    public static bool IsHead(JournalCipher cipher, long offset, byte[] head, out int encryptedLength)
    {
        encryptedLength = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(LengthAt));
        if (!head.AsSpan(0, LengthAt).SequenceEqual(Marker)) return false;
        var code = cipher.CodeOfHead(offset, head, HeadCodeAt).AsSpan(0, HeadCodeLength);
        return FixedTime.AreEqual(code, head.AsSpan(HeadCodeAt, HeadCodeLength))
            && encryptedLength is > JournalPayload.SummaryLength and <= MaximumEncrypted
            && encryptedLength % JournalCipher.BlockLength == 0;
    }

    /// <summary>Reads and authenticates one record.</summary>
    /// <returns>Its payload; null when it is damaged.</returns>
    public static byte[]? Open(JournalCipher cipher, Stream file, long offset)
    {
        file.Position = offset;
        var head = new byte[HeadLength];
        if (file.Fill(head, 0, HeadLength) < HeadLength || !IsHead(cipher, offset, head, out var encryptedLength)) return null;

        var body = new byte[StartLength + encryptedLength + CodeLength];
        if (file.Fill(body, 0, body.Length) < body.Length) return null;
        using var code = cipher.BeginCodeOfRecord(offset);
        code.AppendData(head);
        code.AppendData(body, 0, body.Length - CodeLength);
        return FixedTime.AreEqual(code.GetHashAndReset(), body.AsSpan(body.Length - CodeLength))
            ? cipher.Decrypt(body, StartLength, encryptedLength, body.AsSpan(0, StartLength).ToArray())
            : null;
    }
}
