using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A PDF that is a scan: one page, which shows one picture and nothing else.</summary>
internal sealed class PdfScan
{
    private PdfScan(PdfPage page, PdfImage image, PdfShownImage shown, IReadOnlyCollection<string> dropped) =>
        (Page, Image, Steps, Placement, Dropped) = (page, image, shown.Steps, PdfPlacement.Of(page, shown.Placement), dropped);

    public PdfPage Page { get; }

    public PdfImage Image { get; }

    /// <summary>The matrices by which the page places its picture; the last acts first.</summary>
    public IReadOnlyList<PdfMatrix> Steps { get; }

    public PdfPlacement Placement { get; }

    /// <summary>What the file holds beside its picture, by names from a fixed list.</summary>
    public IReadOnlyCollection<string> Dropped { get; }

    /// <exception cref="ClovaOcrException">Damaged, or not such a PDF.</exception>
    public static PdfScan Read(byte[] bytes)
    {
        var file = PdfFile.Open(bytes);
        if (file.Find<PdfDictionary>(file.References.Trailer, "Root") is not { } catalog) throw Refusal.Damaged("its pages are missing");
        RefuseActiveParts(file, catalog);
        var page = PdfPage.Find(file, catalog);
        var shown = PdfContent.FindImage(file, page);
        var image = PdfImage.Read(file, shown.Image);
        return new(page, image, shown, PdfLeavings.Of(file, catalog, page.Dictionary, image));
    }

    // What may change what is seen of the page.
    private static void RefuseActiveParts(PdfFile file, PdfDictionary catalog)
    {
        if (file.Resolve(catalog["OCProperties"]) is not null) throw Refusal.UnmaskablePdf("This PDF has layers that can be hidden.");
        if (file.Resolve(catalog["Collection"]) is not null) throw Refusal.UnmaskablePdf("This PDF is a portfolio of other files.");
        if (file.Find<PdfDictionary>(catalog, "AcroForm") is not { } form) return;
        if (file.Resolve(form["XFA"]) is not null || file.Resolve(form["Fields"]) is object?[] { Length: > 0 })
            throw Refusal.UnmaskablePdf("This PDF is a form or is signed.");
    }
}
