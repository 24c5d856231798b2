using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// Walks over a masked PNG and refuses whatever is not on the list of what a masked PNG holds: each chunk is there once, and says
/// nothing but what it must. Shares no code with the masker.
/// </summary>
internal static class PngLeftovers
{
    private static readonly string[] Order = ["IHDR", "cHRM", "gAMA", "pHYs", "sRGB", "iCCP", "eXIf", "PLTE", "tRNS", "IDAT", "IEND"];

    public static void Check(byte[] file)
    {
        var (position, place) = (8, -1);
        while (position < file.Length)
        {
            if (file.Length - position < 12) throw Refusal.NotProved("a chunk is cut off");
            var length = (file[position] << 24) | (file[position + 1] << 16) | (file[position + 2] << 8) | file[position + 3];
            var type = System.Text.Encoding.ASCII.GetString(file, position + 4, 4);
            if (length < 0 || length > file.Length - position - 12) throw Refusal.NotProved("a chunk is cut off");

            var next = Array.IndexOf(Order, type);
            if (next <= place || !IsLean(type, file.AsSpan(position + 8, length)))
                throw Refusal.NotProved("it holds a chunk that a masked copy has no place for, or that says too much");
            place = next;
            position += length + 12;
        }

        if (place != Order.Length - 1) throw Refusal.NotProved("its end is missing");
        CheckPixels(file);
    }

    private static bool IsLean(string type, ReadOnlySpan<byte> data) => type switch
    {
        "IHDR" => data.Length == 13,
        "cHRM" => Quarters(data) is [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000],
        "gAMA" => Quarters(data) is [45455],
        "sRGB" => data.Length == 1 && data[0] <= 3,
        "pHYs" => data.Length == 9 && data[8] <= 1
            && Quarters(data[..8]) is [var across, var down] && LeanDensity.IsLean(across, down, data[8] == 1 ? 0.0254m : 1),
        "eXIf" => data.Length == 26 && data.StartsWith("MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8)
            && data[19] is >= 2 and <= 8 && data[20..].SequenceEqual("\0\0\0\0\0\0"u8),
        "iCCP" => data.StartsWith("ICC profile\0\0"u8) && IsKnownProfile(data[13..]),
        "IEND" => data.Length == 0,
        _ => true,
    };

    private static int[] Quarters(ReadOnlySpan<byte> data)
    {
        var numbers = new List<int>();
        for (; data.Length >= 4; data = data[4..]) numbers.Add((data[0] << 24) | (data[1] << 16) | (data[2] << 8) | data[3]);
        return data.Length == 0 ? [.. numbers] : [];
    }

    private static bool IsKnownProfile(ReadOnlySpan<byte> zlib)
    {
        try
        {
            using var inflated = PngInflater.OfPart(zlib);
            var profile = new byte[StandardColorProfile.MaximumLength];
            var length = inflated.Read(profile, profile.Length);
            return inflated.IsAll() && StandardColorProfile.Find(profile.AsSpan(0, length).ToArray()) is not null;
        }
        catch (ClovaOcrException)
        {
            return false;
        }
    }

    // The compressed data hold the pixels and nothing else, not even in the bits that fill up a row.
    private static void CheckPixels(byte[] file)
    {
        using var rows = new PngRows(file);
        var usage = new PngColorUsage(rows.Outline);
        while (rows.Next())
        {
            if (rows.HasStrayBits) throw Refusal.NotProved("a row says something behind its last pixel");
            usage.Add(rows.Samples);
        }

        if (!rows.IsAll()) throw Refusal.NotProved("its compressed data hold more than its pixels");
        if (!usage.IsAll()) throw Refusal.NotProved("its palette or its transparency names a colour that no pixel has");
    }
}
