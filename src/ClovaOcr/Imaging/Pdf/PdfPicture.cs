namespace ClovaOcr.Imaging.Pdf;

/// <summary>What a masked PDF says of its picture.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bits">Bits of a sample.</param>
/// <param name="Colors">Samples of a pixel, or of a palette's entry; 0 as long as only the profile tells.</param>
/// <param name="Entries">Entries of the palette; 0 without one.</param>
/// <param name="PaletteBytes">Bytes of the palette.</param>
/// <param name="PredictedColors">Samples of a pixel as the row filters take it; 0 if the rows are not filtered.</param>
/// <param name="IsJpeg">Whether the data are a JPEG; else they are samples in a zlib stream.</param>
/// <param name="Data">The data.</param>
internal sealed record PdfPicture(
    int Width, int Height, int Bits, int Colors, int Entries, int PaletteBytes, int PredictedColors, bool IsJpeg, byte[] Data);
