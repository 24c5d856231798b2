namespace ClovaOcr.Imaging.Png;

/// <summary>Colour types (PNG, third edition, table 11.1).</summary>
internal enum PngColor : byte
{
    Gray = 0,
    Rgb = 2,
    Palette = 3,
    GrayAlpha = 4,
    Rgba = 6,
}
