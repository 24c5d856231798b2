using System;
using System.Buffers.Binary;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using ClovaOcr.Platform;

namespace ClovaOcr.Journal;

/// <summary>The keys of one journal and what is done with them (docs/journal-format.md, Keys). Safe to use from many threads.</summary>
internal sealed class JournalCipher : IDisposable
{
    public const int BlockLength = 16;
    public const int CodeLength = 32;

    private const int KeyLength = 32;
    private readonly byte[] _encryption;
    private readonly byte[] _records;
    private readonly byte[] _heads;
    private readonly byte[] _header;

    /// <exception cref="ClovaOcrException">The secret is empty.</exception>
    public JournalCipher(SecureString secret, byte[] salt)
    {
        if (secret.Length == 0) throw JournalProblem.EmptySecret();
        var material = Encoding.UTF8.GetBytes(new NetworkCredential("", secret).Password);
        _encryption = KeyFor("encryption");
        _records = KeyFor("records");
        _heads = KeyFor("heads");
        _header = KeyFor("header");
        Array.Clear(material, 0, material.Length);

        byte[] KeyFor(string purpose) =>
            Hkdf.DeriveKey(material, salt, Encoding.ASCII.GetBytes($"ClovaOcr journal v1 {purpose}"), KeyLength);
    }

    /// <summary>The code by which the header tells whether it belongs to this secret.</summary>
    public byte[] CodeOfHeader(byte[] bytes, int count) => CodeOf(_header, bytes, count);

    /// <summary>The code of a record's head at a place of the file.</summary>
    public byte[] CodeOfHead(long offset, byte[] bytes, int count)
    {
        using var code = BeginCode(_heads, offset);
        code.AppendData(bytes, 0, count);
        return code.GetHashAndReset();
    }

    /// <summary>Begins the code of a record at a place of the file; the record's bytes are to be appended.</summary>
    public IncrementalHash BeginCodeOfRecord(long offset) => BeginCode(_records, offset);

    /// <summary>Encrypts with AES-256-CBC and the padding of PKCS #7.</summary>
    public byte[] Encrypt(byte[] plain, byte[] start)
    {
        using var aes = Aes.Create();
        using var encryptor = aes.CreateEncryptor(_encryption, start);
        return encryptor.TransformFinalBlock(plain, 0, plain.Length);
    }

    /// <summary>Decrypts what was authenticated before.</summary>
    public byte[] Decrypt(byte[] encrypted, int offset, int count, byte[] start)
    {
        using var aes = Aes.Create();
        using var decryptor = aes.CreateDecryptor(_encryption, start);
        return decryptor.TransformFinalBlock(encrypted, offset, count);
    }

    /// <summary>Decrypts the first blocks only, of what was authenticated before.</summary>
    public byte[] DecryptStart(byte[] encrypted, int offset, int count, byte[] start)
    {
        using var aes = Aes.Create();
        aes.Padding = PaddingMode.None;
        using var decryptor = aes.CreateDecryptor(_encryption, start);
        return decryptor.TransformFinalBlock(encrypted, offset, count);
    }

    /// <summary>Clears the keys.</summary>
    public void Dispose()
    {
        foreach (var key in new[] { _encryption, _records, _heads, _header }) Array.Clear(key, 0, key.Length);
    }

    private static IncrementalHash BeginCode(byte[] key, long offset)
    {
        var place = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(place, offset);
        var code = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        code.AppendData(place);
        return code;
    }

    private static byte[] CodeOf(byte[] key, byte[] bytes, int count)
    {
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(bytes, 0, count);
    }
}
