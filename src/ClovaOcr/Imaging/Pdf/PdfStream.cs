using System;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A stream (ISO 32000-1, 7.3.8), its data as they stand in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Data);
