using System;

namespace ClovaOcr.Imaging.Compression;

/// <summary>The checksum of what a zlib stream holds (RFC 1950, 2.2 and 9).</summary>
internal struct Adler32()
{
    private const uint Base = 65521;

    // The most bytes whose sums stay below 2^32 (RFC 1950's reference code).
    private const int BytesBetweenRemainders = 5552;

    private uint _a = 1;
    private uint _b;

    public readonly uint Value => (_b << 16) | _a;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, BytesBetweenRemainders)];
            foreach (var value in part)
            {
                _a += value;
                _b += _a;
            }

            (_a, _b) = (_a % Base, _b % Base);
            bytes = bytes[part.Length..];
        }
    }
}
