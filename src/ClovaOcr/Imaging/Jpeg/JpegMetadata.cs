using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>What the application segments of a JPEG say that a masked copy keeps, and the names of all else.</summary>
internal sealed class JpegMetadata
{
    // T.871, 10.1: 0 for an aspect ratio, 1 for dots per inch, 2 for dots per centimetre.
    private const byte LastDensityUnit = 2;
    private const byte Centimetre = 2;

    private readonly SortedDictionary<int, byte[]> _iccPieces = [];
    private bool _hasIcc;

    /// <summary>Pixel density from the JFIF header: its unit and two numbers, square pixels for odd ones; null without a header.</summary>
    public byte[]? Jfif { get; private set; }

    /// <summary>The colour transform of Adobe's marker; null without one.</summary>
    public int? AdobeTransform { get; private set; }

    public Orientation Orientation { get; private set; }

    /// <summary>The colour profile, if it is one that everybody has.</summary>
    public StandardColorProfile? Profile { get; private set; }

    /// <summary>What is kept, by names from a fixed list.</summary>
    public SortedSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>What is not kept, by names from a fixed list.</summary>
    public SortedSet<string> Dropped { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes an application segment.</summary>
    public void Take(byte marker, ReadOnlySpan<byte> data)
    {
        switch (marker)
        {
            case JpegMarker.App0 when Jfif is null && JpegApplicationData.IsJfif(data):
                TakeJfif(data);
                break;
            case JpegMarker.App1 when !Dropped.Contains("EXIF") && JpegApplicationData.IsExif(data):
                Dropped.Add("EXIF");
                Orientation = ExifBlock.ReadOrientation(JpegApplicationData.ExifBlockOf(data));
                if (!Orientation.IsUpright) Kept.Add("orientation");
                break;
            case JpegMarker.App2 when JpegApplicationData.IsIccPiece(data):
                TakeIccPiece(data);
                break;
            case JpegMarker.App14 when JpegApplicationData.IsAdobe(data):
                AdobeTransform = data[11];
                Kept.Add("Adobe colour transform");
                break;
            default:
                Dropped.Add(JpegApplicationData.Describe(marker, data));
                break;
        }
    }

    /// <summary>Decides on what came in pieces, and on what the number of colours makes idle.</summary>
    public void Finish(int components)
    {
        if (components == 1 && AdobeTransform is not null)
        {
            AdobeTransform = null;
            Kept.Remove("Adobe colour transform");
            Dropped.Add("Adobe marker");
        }

        if (_iccPieces.Count > 0) Profile = StandardColorProfile.Find(JoinIcc());
        if (Profile is not null) Kept.Add($"ICC profile {Profile.Name}");
        else if (_hasIcc) Dropped.Add("ICC profile");
    }

    private void TakeJfif(ReadOnlySpan<byte> data)
    {
        var (across, down) = (BinaryPrimitives.ReadUInt16BigEndian(data[8..]), BinaryPrimitives.ReadUInt16BigEndian(data[10..]));
        var inch = data[7] == Centimetre ? PixelDensity.CentimetresOfInch : 1;
        if (data[7] <= LastDensityUnit && PixelDensity.Of(across, down, inch) is { } density)
        {
            var kept = density.In(inch);
            Jfif = [data[7], (byte)(kept.Across >> 8), (byte)kept.Across, (byte)(kept.Down >> 8), (byte)kept.Down];
            Kept.Add("pixel density");
            if (kept != (across, down)) Dropped.Add("exact pixel density");
        }
        else
        {
            Jfif = [0, 0, 1, 0, 1];
            Dropped.Add("pixel density");
        }

        if (data.Length > 14) Dropped.Add("JFIF thumbnail");
    }

    // ICC.1, B.4: the piece's number from 1, the number of pieces, then the piece.
    private void TakeIccPiece(ReadOnlySpan<byte> data)
    {
        _hasIcc = true;
        if (data[12] > 0) _iccPieces[data[12]] = data[14..].ToArray();
    }

    // Pieces that are missing, surplus or repeated give a profile that is on no list.
    private byte[] JoinIcc() => [.. _iccPieces.Values.SelectMany(piece => piece)];
}
