namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>How lines are to be read.</summary>
/// <param name="Language">The option -l: <c>eng</c> or <c>kor</c>.</param>
internal sealed record TesseractSettings(string Language);
