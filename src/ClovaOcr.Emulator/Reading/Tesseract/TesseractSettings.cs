namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>How pictures are to be read.</summary>
/// <param name="Language">The option -l: <c>eng</c>, <c>kor</c> or <c>kor+eng</c>.</param>
/// <param name="Segmentation">The option --psm, 0 to 13: 6 for a block of text, 7 for a line, 8 for a word, 11 for scattered text.</param>
/// <param name="Characters">All characters that may be there; null for any.</param>
internal sealed record TesseractSettings(string Language, int Segmentation, string? Characters = null);
