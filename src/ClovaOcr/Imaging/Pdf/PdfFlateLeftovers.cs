using System.Linq;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Looks through the compressed samples of a masked PDF: as many as pixels, nothing in the bits after a row's last pixel, and no entry of
/// the palette that no pixel has.
/// </summary>
internal static class PdfFlateLeftovers
{
    private const byte LastFilter = 4;

    /// <exception cref="ClovaOcrException">There is more than the picture needs.</exception>
    public static void Check(PdfPicture picture)
    {
        var samples = picture.Entries > 0 ? 1 : picture.Colors;
        var isValid = picture.Width > 0 && picture.Height > 0 && samples > 0 && picture.Bits is 1 or 2 or 4 or 8 or 16
            && (picture.PredictedColors == 0 || picture.PredictedColors == samples);
        if (!isValid) throw PdfWalk.Leftover();

        var isUsed = new bool[256];
        ReadRows(picture, samples, isUsed);
        if (picture.Entries > 0) CheckPalette(picture, isUsed);
    }

    private static void ReadRows(PdfPicture picture, int samples, bool[] isUsed)
    {
        var bits = (long)picture.Width * samples * picture.Bits;
        var isFiltered = picture.PredictedColors > 0;
        var row = new byte[((bits + 7) / 8) + (isFiltered ? 1 : 0)];
        var unused = (1 << (int)((8 - (bits % 8)) % 8)) - 1;
        using var inflater = PngInflater.OfPart(picture.Data);
        for (var y = 0; y < picture.Height; y++)
        {
            if (!inflater.Fill(row, row.Length)) throw Refusal.NotProved("its picture ends too early");
            if (isFiltered ? row[0] > LastFilter : (row[^1] & unused) != 0) throw PdfWalk.Leftover();
            if (picture.Entries > 0) MarkUsed(row, picture, isUsed);
        }

        if (!inflater.IsAll()) throw PdfWalk.Leftover();
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
        var isEachUsed = picture.Entries <= isUsed.Length && isUsed.Take(picture.Entries).All(used => used)
            && !isUsed.Skip(picture.Entries).Any(used => used);
        if (!isEachUsed || picture.PaletteBytes != picture.Entries * picture.Colors || picture.Bits != fewestBits
            || picture.PredictedColors > 0)
            throw Refusal.NotProved("its palette holds a colour that no pixel has");
    }
}
