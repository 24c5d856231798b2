namespace ClovaOcr.Cards;

/// <summary>The picture that the service made of a PDF or TIFF page; areas are in its pixels (vendor page, <c>convertedImageInfo</c>).</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="PageIndex">The page, from 0; null when the service gave none.</param>
public sealed record ConvertedImage(int Width, int Height, int? PageIndex);
