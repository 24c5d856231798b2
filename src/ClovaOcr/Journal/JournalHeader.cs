using System;
using System.Buffers.Binary;
using System.Linq;
using System.Security.Cryptography;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>
/// The beginning of a journal: twice the same bytes, so that damage to one leaves the other (docs/journal-format.md, Header).
/// </summary>
/// <param name="Salt">What the keys are derived with.</param>
/// <param name="Code">Tells whether a secret is the journal's.</param>
/// <param name="DamagedCopy">Where the damaged one of the two copies begins; null when both are whole.</param>
internal sealed record JournalHeader(byte[] Salt, byte[] Code, int? DamagedCopy)
{
    public const int CopyLength = 108;
    public const int Length = 2 * CopyLength;

    private const int Version = 1;
    private const int VersionAt = 8;
    private const int SaltAt = 12;
    private const int SaltLength = 32;
    private const int CodeAt = SaltAt + SaltLength;
    private const int ChecksumAt = CodeAt + JournalCipher.CodeLength;

    private static readonly byte[] Magic = [.. "ClovaJ\r\n"u8];

    public static byte[] NewSalt()
    {
        var salt = new byte[SaltLength];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(salt);
        return salt;
    }

    /// <summary>The bytes of a new journal's header.</summary>
    public static byte[] Write(byte[] salt, JournalCipher cipher)
    {
        var copy = new byte[CopyLength];
        Magic.CopyTo(copy, 0);
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(VersionAt), Version);
        salt.CopyTo(copy, SaltAt);
        cipher.CodeOfHeader(copy, CodeAt).CopyTo(copy, CodeAt);
        ChecksumOf(copy).CopyTo(copy, ChecksumAt);
        return [.. copy, .. copy];
    }

    /// <summary>Reads the header from a file's first bytes.</summary>
    /// <returns>Null when neither copy is whole.</returns>
    /// <exception cref="ClovaOcrException">The journal was written by a newer version.</exception>
    public static JournalHeader? Read(byte[] start)
    {
        byte[][] copies = [[.. start.Take(CopyLength)], [.. start.Skip(CopyLength).Take(CopyLength)]];
        var areWhole = copies.Select(IsWhole).ToArray();
        if (!areWhole.Contains(true)) return null;

        var copy = areWhole[0] ? copies[0] : copies[1];
        if (BinaryPrimitives.ReadInt32BigEndian(copy.AsSpan(VersionAt)) != Version) throw JournalProblem.NewerVersion();
        return new JournalHeader(
            copy.AsSpan(SaltAt, SaltLength).ToArray(),
            copy.AsSpan(CodeAt, JournalCipher.CodeLength).ToArray(),
            areWhole[0] ? areWhole[1] ? null : CopyLength : 0);
    }

    /// <summary>
    /// Whether a file is a header or the beginning of one, as that of a new journal is, or of one whose writer was killed in its first
    /// moment. No record fits in it, so nothing is lost if it is begun anew, as after a first run with a mistyped secret.
    /// </summary>
    /// <exception cref="ClovaOcrException">The journal was written by a newer version.</exception>
    public static bool HoldsNothing(byte[] start, long fileLength) => fileLength <= Length
        && (Read(start) is not null
            || start.AsSpan(0, Math.Min(start.Length, Magic.Length)).SequenceEqual(Magic.AsSpan(0, Math.Min(start.Length, Magic.Length)))
            || Array.TrueForAll(start, value => value == 0));

    /// <summary>The keys of the journal.</summary>
    /// <exception cref="ClovaOcrException">The secret is not the journal's.</exception>
    public JournalCipher OpenWith(System.Security.SecureString secret)
    {
        var cipher = new JournalCipher(secret, Salt);
        var expected = Write(Salt, cipher).AsSpan(CodeAt, JournalCipher.CodeLength);
        if (FixedTime.AreEqual(expected, Code)) return cipher;
        cipher.Dispose();
        throw JournalProblem.WrongSecret();
    }

    private static bool IsWhole(byte[] copy) =>
        copy.Length == CopyLength
        && copy.AsSpan(0, Magic.Length).SequenceEqual(Magic)
        && copy.AsSpan(ChecksumAt).SequenceEqual(ChecksumOf(copy));

    private static byte[] ChecksumOf(byte[] copy)
    {
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(copy, 0, ChecksumAt);
    }
}
