using System;
using System.Security.Cryptography;

namespace ClovaOcr.Platform;

/// <summary>HKDF with SHA-256 (RFC 5869), which netstandard2.0 lacks.</summary>
internal static class Hkdf
{
    private const int HashLength = 32;

    /// <summary>Derives a key.</summary>
    /// <param name="secret">The keying material (RFC 5869, IKM).</param>
    /// <param name="salt">Random and not secret; empty for none.</param>
    /// <param name="info">What the key is for; another text gives an unrelated key.</param>
    /// <param name="length">Bytes of the key, 255 hashes at the most.</param>
    public static byte[] DeriveKey(byte[] secret, byte[] salt, byte[] info, int length)
    {
        if (length is < 1 or > 255 * HashLength) throw new ArgumentOutOfRangeException(nameof(length));

        using var extract = new HMACSHA256(salt);
        var extracted = extract.ComputeHash(secret);
        using var expand = new HMACSHA256(extracted);
        var key = new byte[length];
        byte[] block = [];
        for (var written = 0; written < length; written += HashLength)
        {
            var number = (byte)((written / HashLength) + 1);
            block = expand.ComputeHash([.. block, .. info, number]);
            block.AsSpan(0, Math.Min(HashLength, length - written)).CopyTo(key.AsSpan(written));
        }

        Array.Clear(extracted, 0, extracted.Length);
        Array.Clear(block, 0, block.Length);
        return key;
    }
}
