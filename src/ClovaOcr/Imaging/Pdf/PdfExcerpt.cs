using System.Linq;
using System.Text;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Writes what was understood of a scan, and nothing else, as a PDF that another reader can safely be given: the page's own numbers, not
/// what was reckoned from them, and the picture's data as they are coded in the source. What a stranger's file has beside these, a reader
/// may follow without end.
/// </summary>
internal static class PdfExcerpt
{
    public static byte[] Write(PdfScan scan)
    {
        var (page, image) = (scan.Page, scan.Image);
        var objects = new PdfObjects();
        var crop = page.Crop is { } box ? $"/CropBox {Box(box, page.Unit)} " : "";
        objects.Dictionary(PdfText.Of($"<< /Type /Page /Parent 2 0 R /MediaBox {Box(page.Media, page.Unit)} {crop}/Rotate {page.Turn} ")
            + "/Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R >>");

        // Not every reader knows units of other than a point, so that the page is enlarged instead.
        var steps = scan.Steps.Prepend(new(page.Unit, 0, 0, page.Unit, 0, 0)).Select(Step);
        objects.Stream("", Encoding.ASCII.GetBytes($"q {string.Join(" ", steps)} /Im0 Do Q"));
        objects.Stream(Image(image), image.Stream.Data);
        return objects.Finish();
    }

    private static string Box(PdfBox box, double unit) =>
        $"[{Numbers(box.Left * unit, box.Bottom * unit, box.Right * unit, box.Top * unit)}]";

    private static string Step(PdfMatrix m) => $"{Numbers(m.A, m.B, m.C, m.D, m.E, m.F)} cm";

    private static string Numbers(params double[] numbers) => string.Join(" ", numbers.Select(PdfText.Exact));

    private static string Image(PdfImage image)
    {
        var space = PdfText.ColorSpace("/" + image.Color.DeviceName, image.Color, image.Color.Palette);
        var filters = string.Join(" ", image.Filters.Select(filter => "/" + filter.Name));
        var parameters = string.Join(" ", image.Filters.Select(filter => $"<< {Entries(filter.Parameters)}>>"));
        return PdfText.Of($"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /ColorSpace {space} ")
            + PdfText.Of($"/BitsPerComponent {image.Bits} {PdfText.Decode(image.IsInverted, image.Color)}")
            + (image.Filters.Count > 0 ? $"/Filter [{filters}] /DecodeParms [{parameters}] " : "");
    }

    private static string Entries(PdfDictionary parameters) => string.Concat(parameters.Keys.Select(key =>
        $"/{key} {(parameters[key] is double number ? PdfText.Exact(number) : parameters[key] is true ? "true" : "false")} "));
}
