namespace ClovaOcr.Imaging.Pdf;

/// <summary>A string (ISO 32000-1, 7.3.4), its escapes undone.</summary>
internal sealed record PdfString(byte[] Bytes);
