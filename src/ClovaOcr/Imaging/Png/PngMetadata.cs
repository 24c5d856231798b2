using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using ClovaOcr.Imaging.Compression;

namespace ClovaOcr.Imaging.Png;

/// <summary>What the ancillary chunks of a PNG say that a masked copy keeps, and the names of all else.</summary>
internal sealed class PngMetadata
{
    private const int ColorIntents = 4;
    private const int DensityLength = 9;

    // PNG, third edition, 11.3.2.5: what a file with an sRGB chunk says for decoders that do not know it.
    private static readonly byte[] SrgbGamma = [0, 0, 0xB1, 0x8F];
    private static readonly byte[] SrgbChromaticities =
    [
        0, 0, 0x7A, 0x26, 0, 0, 0x80, 0x84, 0, 0, 0xFA, 0x00, 0, 0, 0x80, 0xE8,
        0, 0, 0x75, 0x30, 0, 0, 0xEA, 0x60, 0, 0, 0x3A, 0x98, 0, 0, 0x17, 0x70,
    ];

    private readonly Dictionary<uint, byte[]> _chunks = [];
    private bool _hasExif;
    private bool _hasProfile;

    public Orientation Orientation { get; private set; }

    /// <summary>The colour profile, if it is one that everybody has.</summary>
    public StandardColorProfile? Profile { get; private set; }

    /// <summary>Whole chunks to keep, by type, whose every byte was understood.</summary>
    public IReadOnlyDictionary<uint, byte[]> Chunks => _chunks;

    /// <summary>What is kept, by names from a fixed list.</summary>
    public SortedSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>What is not kept, by names from a fixed list.</summary>
    public SortedSet<string> Dropped { get; } = new(StringComparer.Ordinal);

    public void Take(uint type, ReadOnlySpan<byte> data)
    {
        if (type == PngChunk.Exif) TakeExif(data);
        else if (type == PngChunk.Density && data.Length == DensityLength && !_chunks.ContainsKey(type)) TakeDensity(data);
        else if (type == PngChunk.IccProfile && !_hasProfile) TakeProfile(data);
        else if (IsHarmless(type, data) && !_chunks.ContainsKey(type)) Keep(type, data);
        else Dropped.Add(PngChunk.Describe(type));
    }

    private void Keep(uint type, ReadOnlySpan<byte> data)
    {
        _chunks[type] = data.ToArray();
        Kept.Add(PngChunk.Describe(type));
    }

    // 11.3.4.3: pixels of a unit across and down, and the unit, which is the metre or none.
    private void TakeDensity(ReadOnlySpan<byte> data)
    {
        var (across, down) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var inch = data[8] == 1 ? PixelDensity.MetresOfInch : 1;
        if (data[8] > 1 || PixelDensity.Of(across, down, inch) is not { } density)
        {
            Dropped.Add(PngChunk.Describe(PngChunk.Density));
            return;
        }

        var kept = density.In(inch);
        var chunk = data.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(chunk, kept.Across);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(4), kept.Down);
        Keep(PngChunk.Density, chunk);
        if (kept != (across, down)) Dropped.Add("exact pixel density");
    }

    // Values that every file may have.
    private static bool IsHarmless(uint type, ReadOnlySpan<byte> data) => type switch
    {
        PngChunk.StandardRgb => data.Length == 1 && data[0] < ColorIntents,
        PngChunk.Gamma => data.SequenceEqual(SrgbGamma),
        PngChunk.Chromaticities => data.SequenceEqual(SrgbChromaticities),
        _ => false,
    };

    private void TakeExif(ReadOnlySpan<byte> data)
    {
        Dropped.Add(PngChunk.Describe(PngChunk.Exif));
        if (_hasExif) return;
        _hasExif = true;
        Orientation = ExifBlock.ReadOrientation(data);
        if (!Orientation.IsUpright) Kept.Add("orientation");
    }

    // 11.3.2.3: a name, a zero, the compression method 0, and the profile in a zlib stream. What is damaged is dropped like any other.
    private void TakeProfile(ReadOnlySpan<byte> data)
    {
        _hasProfile = true;
        var nameEnd = data.IndexOf((byte)0);
        if (nameEnd >= 0 && data.Length > nameEnd + 2 && data[nameEnd + 1] == 0)
        {
            try
            {
                using var reader = new ZlibReader([new(data[(nameEnd + 2)..].ToArray())]);
                Profile = StandardColorProfile.Find(reader.ReadUpTo(StandardColorProfile.MaximumLength));
            }
            catch (ClovaOcrException)
            {
                Profile = null;
            }
        }

        if (Profile is null) Dropped.Add(PngChunk.Describe(PngChunk.IccProfile));
        else Kept.Add($"ICC profile {Profile.Name}");
    }
}
