using System.Linq;
using System.Text;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Writes a PDF of one page with one picture, from nothing: no byte of the source's file but the picture goes into it.</summary>
internal static class PdfWriter
{
    public static byte[] Write(PdfCopy copy, PdfPlacement placement)
    {
        var objects = new PdfObjects();
        objects.Dictionary(Page(placement));
        var m = placement.Matrix;
        var content = string.Join(" ", new[] { m.A, m.B, m.C, m.D, m.E, m.F }.Select(PdfText.Length));
        objects.Stream("", Encoding.ASCII.GetBytes($"q {content} cm /Im0 Do Q"));
        objects.Stream(Image(copy), copy.Data);
        if (copy.Color.Profile is { } profile) objects.Stream(PdfText.Of($"/N {copy.Color.BaseSamples} "), profile.Bytes);
        return objects.Finish();
    }

    private static string Page(PdfPlacement placement)
    {
        var turn = placement.Turn == 0 ? "" : PdfText.Of($"/Rotate {placement.Turn} ");
        return $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PdfText.Length(placement.Width)} {PdfText.Length(placement.Height)}] {turn}"
            + "/Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R >>";
    }

    private static string Image(PdfCopy copy)
    {
        var entries = copy.Color.Profile is null ? "/" + copy.Color.DeviceName : "[/ICCBased 6 0 R]";
        var space = PdfText.ColorSpace(entries, copy.Color, copy.Palette);
        var parameters = copy.Parameters is null ? "" : $"/DecodeParms {copy.Parameters} ";
        return PdfText.Of($"/Type /XObject /Subtype /Image /Width {copy.Width} /Height {copy.Height} /ColorSpace {space} ")
            + PdfText.Of($"/BitsPerComponent {copy.Bits} {PdfText.Decode(copy.IsInverted, copy.Color)}/Filter /{copy.Filter} {parameters}");
    }
}
