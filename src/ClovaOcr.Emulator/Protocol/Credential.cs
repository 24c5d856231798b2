using System;
using System.Security.Cryptography;
using System.Text;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>Secrets, keys and signatures: made of random bytes, and compared in a time that tells nothing of them.</summary>
internal static class Credential
{
    public static string Random(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    public static bool AreSame(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
