using System;
using System.Collections.Generic;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Goes over a masked PDF from its first byte to its last and refuses whatever is not word for word what a masked PDF says. Shares no code
/// with the writer: it knows the one form that a masked PDF has, and nothing else about PDF.
/// </summary>
internal static class PdfLeftovers
{
    private const string StreamEnd = "\nendstream\nendobj\n";

    /// <param name="file">The copy.</param>
    /// <param name="covered">What is covered of its picture.</param>
    /// <exception cref="ClovaOcrException">There is something in the file that has no business there.</exception>
    public static void Check(byte[] file, CoveredRows covered)
    {
        var walk = new PdfWalk(file);
        walk.Take("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
        var places = new List<int>();
        TakeObject(walk, places, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        TakeObject(walk, places, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        TakePage(walk, places);
        TakeContent(walk, places);
        var picture = TakePicture(walk, places);
        if (picture.Colors == 0) picture = picture with { Colors = TakeProfile(walk, places) };
        TakeEnd(walk, places);

        if (picture.IsJpeg) JpegLeftovers.Check(picture.Data, covered);
        else PdfFlateLeftovers.Check(picture);
    }

    private static void TakeObject(PdfWalk walk, List<int> places, string text)
    {
        places.Add(walk.Position);
        walk.Take(FormattableString.Invariant($"{places.Count} 0 obj\n"));
        walk.Take(text);
    }

    private static void TakePage(PdfWalk walk, List<int> places)
    {
        TakeObject(walk, places, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ");
        walk.TakeLength();
        walk.Take(" ");
        walk.TakeLength();
        walk.Take("] ");
        if (walk.TryTake("/Rotate ")) walk.TakeEither("90 ", "180 ", "270 ");
        walk.Take("/Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R >>\nendobj\n");
    }

    private static void TakeContent(PdfWalk walk, List<int> places)
    {
        TakeObject(walk, places, "<< /Length ");
        var length = walk.TakeWhole();
        walk.Take(" >>\nstream\n");
        var end = walk.Position + length;
        walk.Take("q ");
        for (var i = 0; i < 6; i++)
        {
            walk.TakeLength();
            walk.Take(" ");
        }

        walk.Take("cm /Im0 Do Q");
        if (walk.Position != end) throw PdfWalk.Leftover();
        walk.Take(StreamEnd);
    }

    private static PdfPicture TakePicture(PdfWalk walk, List<int> places)
    {
        TakeObject(walk, places, "<< /Type /XObject /Subtype /Image /Width ");
        var width = walk.TakeWhole();
        walk.Take(" /Height ");
        var height = walk.TakeWhole();
        walk.Take(" /ColorSpace ");
        var isIndexed = walk.TryTake("[/Indexed ");

        // In this order, the place of a name is the number of its samples; that of a profile is not known yet.
        var colors = walk.TakeEither("[/ICCBased 6 0 R]", "/DeviceGray", "", "/DeviceRGB", "/DeviceCMYK");
        var (entries, paletteBytes) = isIndexed ? TakePalette(walk) : (0, 0);
        walk.Take(" /BitsPerComponent ");
        var bits = walk.TakeWhole();
        if (walk.TryTake(" /Decode [1 0"))
        {
            while (walk.TryTake(" 1 0")) { }
            walk.Take("]");
        }

        var isJpeg = walk.TakeEither(" /Filter /DCTDecode", " /Filter /FlateDecode") == 0;
        var predicted = walk.TryTake(" /DecodeParms << /Predictor 15 /Colors ") ? walk.TakeWhole() : 0;
        if (predicted > 0) walk.Take(FormattableString.Invariant($" /BitsPerComponent {bits} /Columns {width} >>"));
        walk.Take(" /Length ");
        return new(width, height, bits, colors, entries, paletteBytes, predicted, isJpeg, TakeStream(walk));
    }

    private static (int Entries, int Bytes) TakePalette(PdfWalk walk)
    {
        walk.Take(" ");
        var entries = walk.TakeWhole() + 1;
        walk.Take(" <");
        var bytes = walk.TakeHexadecimal();
        walk.Take(">]");
        return (entries, bytes);
    }

    // The profile is one that everybody has.
    private static int TakeProfile(PdfWalk walk, List<int> places)
    {
        TakeObject(walk, places, "<< /N ");
        var colors = walk.TakeWhole();
        walk.Take(" /Length ");
        return StandardColorProfile.Find(TakeStream(walk)) is not null ? colors : throw PdfWalk.Leftover();
    }

    private static byte[] TakeStream(PdfWalk walk)
    {
        var length = walk.TakeWhole();
        walk.Take(" >>\nstream\n");
        var data = walk.TakeBytes(length);
        walk.Take(StreamEnd);
        return data;
    }

    private static void TakeEnd(PdfWalk walk, List<int> places)
    {
        var start = walk.Position;
        walk.Take(FormattableString.Invariant($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) walk.Take(FormattableString.Invariant($"{place:d10} 00000 n \n"));
        walk.Take(FormattableString.Invariant($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        if (!walk.IsAtEnd) throw PdfWalk.Leftover();
    }
}
