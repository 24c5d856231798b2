namespace ClovaOcr.Imaging;

/// <summary>Whole pixels of a picture.</summary>
/// <param name="Left">The first column, from 0.</param>
/// <param name="Top">The first row, from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelRectangle(int Left, int Top, int Width, int Height);
