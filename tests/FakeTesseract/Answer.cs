using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ClovaOcr.FakeTesseract;

/// <summary>The TSV for the pages of a TIFF: in each one a word that tells the page's width and height.</summary>
internal static class Answer
{
    private const string Heading = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    public static byte[] To(byte[] tiff)
    {
        var tsv = new StringBuilder(Heading);
        for (var (place, page) = (tiff.Length == 0 ? 0 : Int32(tiff, 4), 1); place != 0; page++)
        {
            var entries = BinaryPrimitives.ReadInt16LittleEndian(tiff.AsSpan(place));
            var (width, height) = (0, 0);
            for (var i = 0; i < entries; i++)
            {
                var entry = place + 2 + (i * 12);
                var tag = BinaryPrimitives.ReadInt16LittleEndian(tiff.AsSpan(entry));
                if (tag == 256) width = Int32(tiff, entry + 8);
                if (tag == 257) height = Int32(tiff, entry + 8);
            }

            tsv.Append(CultureInfo.InvariantCulture, $"1\t{page}\t0\t0\t0\t0\t0\t0\t{width}\t{height}\t-1\t\n");
            tsv.Append(CultureInfo.InvariantCulture, $"5\t{page}\t1\t1\t1\t1\t0\t0\t{width}\t{height}\t96.5\t{width}x{height}\n");
            place = Int32(tiff, place + 2 + (entries * 12));
        }

        return Encoding.UTF8.GetBytes(tsv.ToString());
    }

    private static int Int32(byte[] tiff, int place) => BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(place));
}
