using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Takes JPEG files apart at their segments, for what no encoder writes.</summary>
internal static class JpegSurgery
{
    /// <summary>The segments before the compressed data, SOI not among them, and the rest.</summary>
    public static (List<byte[]> Segments, byte[] Scan) Split(byte[] file)
    {
        var segments = new List<byte[]>();
        var position = 2;
        do
        {
            var length = 2 + ((file[position + 2] << 8) | file[position + 3]);
            segments.Add(file.AsSpan(position, length).ToArray());
            position += length;
        }
        while (segments[^1][1] != 0xDA);
        return (segments, file.AsSpan(position).ToArray());
    }

    public static byte[] Join(IEnumerable<byte[]> segments, byte[] scan) => [0xFF, 0xD8, .. segments.SelectMany(segment => segment), .. scan];

    public static byte[] Without(byte[] file, byte marker)
    {
        var (segments, scan) = Split(file);
        return Join(segments.Where(segment => segment[1] != marker), scan);
    }

    /// <summary>The file with a segment put before the first one of a kind.</summary>
    public static byte[] With(byte[] file, byte before, byte marker, byte[] data)
    {
        var (segments, scan) = Split(file);
        var length = data.Length + 2;
        segments.Insert(segments.FindIndex(segment => segment[1] == before), [0xFF, marker, (byte)(length >> 8), (byte)length, .. data]);
        return Join(segments, scan);
    }

    /// <summary>The file with the first segment of a kind changed.</summary>
    public static byte[] Change(byte[] file, byte marker, Action<byte[]> change)
    {
        var (segments, scan) = Split(file);
        change(segments.Find(segment => segment[1] == marker)!);
        return Join(segments, scan);
    }

    /// <summary>Two FF more before every marker.</summary>
    public static byte[] WithFillBytes(byte[] file)
    {
        var (segments, scan) = Split(file);
        byte[] fill = [0xFF, 0xFF];
        var filled = new List<byte>();
        for (var i = 0; i < scan.Length; i++)
        {
            if (scan[i] == 0xFF && scan[i + 1] != 0) filled.AddRange(fill);
            filled.Add(scan[i]);
        }

        return Join(segments.Select(segment => (byte[])[.. fill, .. segment]), [.. filled]);
    }
}
