namespace ClovaOcr.Emulator.Protocol;

/// <summary>
/// The vendor page's convertedImageInfo: the picture that was made of a PDF's or TIFF's first page, in whose pixels the answer's areas are.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record ConvertedPage(int Width, int Height);
