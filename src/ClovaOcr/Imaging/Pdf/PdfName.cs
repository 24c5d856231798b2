namespace ClovaOcr.Imaging.Pdf;

/// <summary>A name such as /Type (ISO 32000-1, 7.3.5), without its slash.</summary>
internal sealed record PdfName(string Value);
