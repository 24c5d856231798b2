namespace ClovaOcr.Imaging.Tiff;

/// <summary>What a pixel's samples mean (TIFF 6.0, tag 262).</summary>
internal enum TiffColor
{
    GrayFromWhite = 0,
    GrayFromBlack = 1,
    Rgb = 2,
    Palette = 3,
    Cmyk = 5,
    YCbCr = 6,
}
