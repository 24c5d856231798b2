namespace ClovaOcr.Imaging.Pdf;

/// <summary>A word that is no value: an operator of a page's content, or one of the file's own, such as <c>endobj</c>.</summary>
internal sealed record PdfKeyword(string Value);
