using System;
using System.Linq;
using System.Text;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A PDF's filters, applied.</summary>
internal static class PdfCodings
{
    public static byte[] Hexadecimal(byte[] data) => Encoding.ASCII.GetBytes(Convert.ToHexString(data) + ">");

    public static byte[] Base85(byte[] data)
    {
        var text = new StringBuilder();
        foreach (var group in data.Chunk(4))
        {
            long value = 0;
            for (var i = 0; i < 4; i++) value = (value << 8) | (i < group.Length ? group[i] : 0L);
            if (value == 0 && group.Length == 4)
            {
                text.Append('z');
                continue;
            }

            var digits = new char[5];
            for (var i = 4; i >= 0; i--, value /= 85) digits[i] = (char)('!' + (value % 85));
            text.Append(digits, 0, group.Length + 1);
        }

        return Encoding.ASCII.GetBytes(text + "~>");
    }

    /// <summary>Runs of up to 128 bytes, every other one of them literal even where bytes repeat.</summary>
    public static byte[] Runs(byte[] data)
    {
        var coded = data.Chunk(7).SelectMany((piece, i) => i % 2 == 0 && piece.Distinct().Count() == 1
            ? new[] { (byte)(257 - piece.Length), piece[0] }
            : [(byte)(piece.Length - 1), .. piece]);
        return [.. coded, 128];
    }

    /// <summary>LZW without any compression: each byte's own code in nine bits, and a new beginning before codes would grow.</summary>
    public static byte[] Lzw(byte[] data)
    {
        var bits = new StringBuilder();
        foreach (var piece in data.Chunk(200)) bits.Append(Nine(256)).AppendJoin("", piece.Select(value => Nine(value)));
        bits.Append(Nine(257)).Append('0', 7);
        return [.. bits.ToString().Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    /// <summary>Rows with a filter of PNG before each.</summary>
    public static byte[] PngRows(byte[] data, int rowBytes, int step, Func<int, int> filterAt) => [.. data.Chunk(rowBytes).SelectMany((row, y) =>
    {
        var above = y == 0 ? new byte[rowBytes] : data.AsSpan((y - 1) * rowBytes, rowBytes).ToArray();
        var filter = filterAt(y);
        return row.Select((value, i) =>
        {
            var (left, corner) = i >= step ? (row[i - step], above[i - step]) : (0, 0);
            return (byte)(value - filter switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, 4 => Nearest(left, above[i], corner), _ => 0 });
        }).Prepend((byte)filter);
    })];

    /// <summary>Rows in which each sample is less the one to its left.</summary>
    public static byte[] TiffRows(PdfRecipe recipe, int samples, Func<int, int, int, int> sampleAt) => recipe.Pack(samples, (x, y, channel) =>
        (sampleAt(x, y, channel) - (x == 0 ? 0 : sampleAt(x - 1, y, channel))) & ((1 << recipe.Bits) - 1));

    private static string Nine(int code) => Convert.ToString(code, 2).PadLeft(9, '0');

    private static int Nearest(int left, int above, int corner)
    {
        var target = left + above - corner;
        return new[] { left, above, corner }.MinBy(value => Math.Abs(target - value));
    }
}
