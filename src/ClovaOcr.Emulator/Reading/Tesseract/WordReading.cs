namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>One word and where it stands.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Confidence">0 to 100, as Tesseract gives it.</param>
/// <param name="Left">Pixels from the picture's left edge.</param>
/// <param name="Top">Pixels from the picture's upper edge.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record WordReading(string Text, double Confidence, int Left, int Top, int Width, int Height);
