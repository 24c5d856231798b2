namespace ClovaOcr.Imaging.Pdf;

/// <summary>A reference to an object of the file (ISO 32000-1, 7.3.10).</summary>
internal sealed record PdfReference(int Number, int Generation);
