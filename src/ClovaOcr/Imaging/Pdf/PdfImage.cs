using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A picture of a page (ISO 32000-1, 8.9.5): its dictionary, understood.</summary>
internal sealed class PdfImage
{
    private const int MaximumSide = 1 << 20;

    private static readonly HashSet<string> Abbreviations = ["W", "H", "BPC", "CS", "D", "IM", "I"];

    private PdfImage(PdfStream stream, int width, int height, int bits, PdfColor color, IReadOnlyList<PdfFilter> filters, bool isInverted)
    {
        (Stream, Width, Height, Bits, Color, Filters, IsInverted) = (stream, width, height, bits, color, filters, isInverted);
    }

    public PdfStream Stream { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bits of a sample, or of an index of a palette.</summary>
    public int Bits { get; }

    public PdfColor Color { get; }

    public IReadOnlyList<PdfFilter> Filters { get; }

    /// <summary>The name of the last filter to be undone, which says how the picture is coded; empty for none.</summary>
    public string Coding => Filters.Count > 0 ? Filters[^1].Name : "";

    /// <summary>Whether the smallest sample means the most of its colour.</summary>
    public bool IsInverted { get; }

    /// <summary>Whether black is all ones, not all zeros: no light, or the most ink.</summary>
    public bool IsBlackOnes => Color.IsInk != IsInverted;

    public int RowBytes => (int)((((long)Width * Color.Samples * Bits) + 7) / 8);

    /// <exception cref="ClovaOcrException">Damaged, too large, or of a kind that is not masked.</exception>
    public static PdfImage Read(PdfFile file, PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        RefuseAbbreviations(dictionary);
        RefuseTransparency(file, dictionary);
        var (width, height) = (Side(file, dictionary, "Width"), Side(file, dictionary, "Height"));
        ImageHeader.EnsureDecodable(width, height);

        var filters = PdfFilters.Of(file, dictionary);
        var coding = filters.Count > 0 ? filters[^1].Name : "";
        RefuseCoding(coding);
        var color = PdfColor.Read(file, file.Resolve(dictionary["ColorSpace"]));
        var stated = file.FindNumber(dictionary, "BitsPerComponent");
        var bits = coding switch
        {
            PdfJpeg.Name => stated ?? 8,
            PdfFax.Name => stated ?? 1,
            _ => stated ?? 0,
        };
        var isValid = bits is 1 or 2 or 4 or 8 or 16 && (coding != PdfJpeg.Name || bits == 8) && (coding != PdfFax.Name || bits == 1)
            && (!color.IsIndexed || bits <= 8);
        if (!isValid) throw Refusal.Damaged("its picture has an impossible number of bits");
        var image = new PdfImage(stream, width, height, (int)bits, color, filters, ReadDecode(file, dictionary, color, (int)bits));
        image.EnsureFewBytes();
        return image;
    }

    // PdfPig, which proves the copy, decodes a picture at once, and in all there are up to seven times as many bytes as samples.
    private void EnsureFewBytes()
    {
        if (Bits > 8 && (long)RowBytes * Height > ImageHeader.MemoryBudget(Width, Height) / 7)
            throw Refusal.UnmaskablePdf("This PDF has too large a picture of 16 bits a sample. With 8 bits a sample it can be masked.");
    }

    private static int Side(PdfFile file, PdfDictionary dictionary, string key) =>
        file.FindNumber(dictionary, key) is { } number && PdfParser.AsWhole(number) is (> 0 and <= MaximumSide) and var side
            ? side
            : throw Refusal.Damaged("its picture has no size");

    // 8.9.7 knows them in an inline picture only, but some readers take them here too.
    private static void RefuseAbbreviations(PdfDictionary dictionary)
    {
        if (Abbreviations.Overlaps(dictionary.Keys))
            throw Refusal.UnmaskablePdf("This PDF abbreviates what it says of its picture, which not every reader understands.");
    }

    private static void RefuseTransparency(PdfFile file, PdfDictionary dictionary)
    {
        if (file.Resolve(dictionary["ImageMask"]) is true)
            throw Refusal.UnmaskablePdf("This PDF shows a stencil, through which something else is seen.");
        if (file.Resolve(dictionary["SMask"]) is not null || file.Resolve(dictionary["Mask"]) is not null)
            throw Refusal.UnmaskablePdf("This PDF has a picture that is partly transparent.");
    }

    private static void RefuseCoding(string coding)
    {
        if (coding == "JPXDecode") throw Refusal.UnmaskablePdf("This PDF has a JPEG 2000 picture, a kind that is not masked.");
        if (coding == "JBIG2Decode") throw Refusal.UnmaskablePdf("This PDF has a JBIG2 picture, a kind that is not masked.");
    }

    // 8.9.5.2: the range that each sample is mapped to; the usual one, or that one turned over.
    private static bool ReadDecode(PdfFile file, PdfDictionary dictionary, PdfColor color, int bits)
    {
        if (file.FindList(dictionary, "Decode", color.Samples * 2) is not { } decode) return false;
        var numbers = decode.Select(value => value as double? ?? double.NaN).ToArray();
        var top = color.IsIndexed ? (1 << bits) - 1 : 1;
        var usual = Enumerable.Range(0, color.Samples * 2).Select(i => i % 2 == 0 ? 0.0 : top).ToArray();
        if (numbers.SequenceEqual(usual)) return false;
        if (numbers.SequenceEqual(Enumerable.Reverse(usual)) && !color.IsIndexed) return true;
        throw Refusal.UnmaskablePdf("This PDF shows its picture in other colours than are stored.");
    }
}
