using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>The one picture that a page shows.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Placement">From the unit square to its place on the page.</param>
/// <param name="Steps">The matrices that the page gives one after the other, whose product the placement is; the last acts first.</param>
internal sealed record PdfShownImage(PdfStream Image, PdfMatrix Placement, IReadOnlyList<PdfMatrix> Steps);
