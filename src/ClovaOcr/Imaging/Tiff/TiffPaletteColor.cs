namespace ClovaOcr.Imaging.Tiff;

/// <summary>A colour of a palette, 16 bits each of red, green and blue (TIFF 6.0, tag 320).</summary>
internal readonly record struct TiffPaletteColor(ushort Red, ushort Green, ushort Blue);
