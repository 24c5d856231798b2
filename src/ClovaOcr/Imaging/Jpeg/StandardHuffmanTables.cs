using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// The typical tables of T.81, K.3. Files without any table, such as single frames of Motion JPEG, mean these (RFC 2435, appendix B).
/// </summary>
internal static class StandardHuffmanTables
{
    private static readonly byte[] DcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    /// <summary>Table K.3 for destination 0, luminance, and K.4 for destination 1, chrominance.</summary>
    public static HuffmanTable[] Dc { get; } =
    [
        new([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], DcSymbols),
        new([0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], DcSymbols),
    ];

    /// <summary>Table K.5 for destination 0, luminance, and K.6 for destination 1, chrominance.</summary>
    public static HuffmanTable[] Ac { get; } =
    [
        new(
            [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D],
            Hex("""
                01 02 03 00 04 11 05 12 21 31 41 06 13 51 61 07 22 71 14 32 81 91 A1 08 23 42 B1 C1 15 52 D1 F0
                24 33 62 72 82 09 0A 16 17 18 19 1A 25 26 27 28 29 2A 34 35 36 37 38 39 3A 43 44 45 46 47 48 49
                4A 53 54 55 56 57 58 59 5A 63 64 65 66 67 68 69 6A 73 74 75 76 77 78 79 7A 83 84 85 86 87 88 89
                8A 92 93 94 95 96 97 98 99 9A A2 A3 A4 A5 A6 A7 A8 A9 AA B2 B3 B4 B5 B6 B7 B8 B9 BA C2 C3 C4 C5
                C6 C7 C8 C9 CA D2 D3 D4 D5 D6 D7 D8 D9 DA E1 E2 E3 E4 E5 E6 E7 E8 E9 EA F1 F2 F3 F4 F5 F6 F7 F8
                F9 FA
                """)),
        new(
            [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77],
            Hex("""
                00 01 02 03 11 04 05 21 31 06 12 41 51 07 61 71 13 22 32 81 08 14 42 91 A1 B1 C1 09 23 33 52 F0
                15 62 72 D1 0A 16 24 34 E1 25 F1 17 18 19 1A 26 27 28 29 2A 35 36 37 38 39 3A 43 44 45 46 47 48
                49 4A 53 54 55 56 57 58 59 5A 63 64 65 66 67 68 69 6A 73 74 75 76 77 78 79 7A 82 83 84 85 86 87
                88 89 8A 92 93 94 95 96 97 98 99 9A A2 A3 A4 A5 A6 A7 A8 A9 AA B2 B3 B4 B5 B6 B7 B8 B9 BA C2 C3
                C4 C5 C6 C7 C8 C9 CA D2 D3 D4 D5 D6 D7 D8 D9 DA E2 E3 E4 E5 E6 E7 E8 E9 EA F2 F3 F4 F5 F6 F7 F8
                F9 FA
                """)),
    ];

    /// <summary>The file with these tables written into it, if it has none; for decoders that insist on them.</summary>
    public static byte[] AddTo(byte[] file)
    {
        var reader = new JpegSegmentReader(file);
        do
        {
            reader.Next();
            if (reader.Marker == JpegMarker.HuffmanTables) return file;
        }
        while (reader.Marker is not (JpegMarker.StartOfScan or JpegMarker.EndOfImage));

        var head = new BitWriter(1024);
        head.WriteMarker(JpegMarker.StartOfImage);
        for (byte i = 0; i < Dc.Length; i++)
        {
            head.WriteSegment(JpegMarker.HuffmanTables, [i, .. Dc[i].Counts, .. Dc[i].Symbols]);
            head.WriteSegment(JpegMarker.HuffmanTables, [(byte)(0x10 | i), .. Ac[i].Counts, .. Ac[i].Symbols]);
        }

        return [.. head.ToArray(), .. file.AsSpan(2).ToArray()];
    }

    private static byte[] Hex(string text) =>
        Array.ConvertAll(text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), pair => Convert.ToByte(pair, 16));
}
