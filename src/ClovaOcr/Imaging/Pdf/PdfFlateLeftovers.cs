using System.IO;
using System.IO.Compression;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Looks through the compressed samples of a masked PDF: as many as pixels, nothing in the bits after a row's last pixel, and no entry of
/// the palette that no pixel has.
/// </summary>
internal static class PdfFlateLeftovers
{
    private const int HeaderLength = 2;
    private const int ChecksumLength = 4;
    private const byte LastFilter = 4;

    /// <exception cref="ClovaOcrException">There is more than the picture needs.</exception>
    public static void Check(PdfPicture picture)
    {
        var samples = picture.Entries > 0 ? 1 : picture.Colors;
        var isValid = picture.Width > 0 && picture.Height > 0 && samples > 0 && picture.Bits is 1 or 2 or 4 or 8 or 16
            && (picture.PredictedColors == 0 || picture.PredictedColors == samples)
            && picture.Data.Length > HeaderLength + ChecksumLength && picture.Data[0] == 0x78 && picture.Data[1] == 0x9C;
        if (!isValid) throw PdfWalk.Leftover();

        var isUsed = new bool[256];
        try
        {
            ReadRows(picture, samples, isUsed);
        }
        catch (InvalidDataException problem)
        {
            throw Refusal.NotProved("its picture cannot be inflated", problem);
        }

        if (picture.Entries > 0) CheckPalette(picture, isUsed);
    }

    private static void ReadRows(PdfPicture picture, int samples, bool[] isUsed)
    {
        var bits = (long)picture.Width * samples * picture.Bits;
        var isFiltered = picture.PredictedColors > 0;
        var row = new byte[((bits + 7) / 8) + (isFiltered ? 1 : 0)];
        var unused = (1 << (int)((8 - (bits % 8)) % 8)) - 1;
        var (a, b) = (1u, 0u);
        var compressed = new MemoryStream(
            picture.Data, HeaderLength, picture.Data.Length - HeaderLength - ChecksumLength, writable: false);
        using var inflated = new DeflateStream(compressed, CompressionMode.Decompress);
        for (var y = 0; y < picture.Height; y++)
        {
            for (int filled = 0, read; filled < row.Length; filled += read)
            {
                read = inflated.Read(row, filled, row.Length - filled);
                if (read == 0) throw Refusal.NotProved("its picture ends too early");
            }

            if (isFiltered ? row[0] > LastFilter : (row[^1] & unused) != 0) throw PdfWalk.Leftover();
            foreach (var value in row)
            {
                a = (a + value) % 65521;
                b = (b + a) % 65521;
            }

            if (picture.Entries > 0) MarkUsed(row, picture, isUsed);
        }

        var stated = picture.Data.Skip(picture.Data.Length - ChecksumLength).Aggregate(0u, (value, next) => (value << 8) | next);
        if (inflated.ReadByte() >= 0 || stated != ((b << 16) | a)) throw PdfWalk.Leftover();
    }

    private static void MarkUsed(byte[] row, PdfPicture picture, bool[] isUsed)
    {
        for (var x = 0; x < picture.Width; x++)
        {
            var bit = x * picture.Bits;
            isUsed[(row[bit / 8] >> (8 - picture.Bits - (bit % 8))) & ((1 << picture.Bits) - 1)] = true;
        }
    }

    private static void CheckPalette(PdfPicture picture, bool[] isUsed)
    {
        var fewestBits = picture.Entries <= 2 ? 1 : picture.Entries <= 4 ? 2 : picture.Entries <= 16 ? 4 : 8;
        var isEachUsed = picture.Entries <= 256 && isUsed.Take(picture.Entries).All(used => used) && !isUsed.Skip(picture.Entries).Any(used => used);
        if (!isEachUsed || picture.PaletteBytes != picture.Entries * picture.Colors || picture.Bits != fewestBits || picture.PredictedColors > 0)
            throw Refusal.NotProved("its palette holds a colour that no pixel has");
    }
}
