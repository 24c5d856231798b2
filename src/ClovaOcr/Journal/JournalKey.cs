using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClovaOcr.Journal;

/// <summary>
/// What an answer is found by: the picture and whom it was sent to. A renamed file or a second scan of the same bytes has the same key,
/// another domain of the service has another.
/// </summary>
public readonly record struct JournalKey
{
    internal const int Length = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    internal JournalKey(ReadOnlySpan<byte> bytes)
    {
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The key of a picture for a domain of the service.</summary>
    /// <param name="imageHash">The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="host">The host of the invoke URL, in any case.</param>
    /// <param name="domainId">The number of the domain in the console.</param>
    public static JournalKey Of(string imageHash, string host, string domainId)
    {
        using var sha256 = SHA256.Create();
        return new JournalKey(sha256.ComputeHash(Encoding.UTF8.GetBytes($"v1\n{host.ToLowerInvariant()}\n{domainId}\n{imageHash}")));
    }

    /// <inheritdoc/>
    public override int GetHashCode() => _first.GetHashCode();

    internal void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], _fourth);
    }
}
