namespace ClovaOcr.Imaging.Png;

/// <summary>A palette's entry with its alpha.</summary>
internal readonly record struct PngPaletteColor(byte Red, byte Green, byte Blue, byte Alpha);
