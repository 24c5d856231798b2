namespace ClovaOcr.Imaging.Tiff;

/// <summary>A strip or tile: the part of the picture, and of its samples, that is compressed as one.</summary>
/// <param name="Plane">Which of the planes it belongs to; 0 if a pixel's samples stand side by side.</param>
/// <param name="Left">The first column of the picture in it.</param>
/// <param name="Top">The first row of the picture in it.</param>
/// <param name="Width">Stored columns; those of a tile may lie past the picture's edge.</param>
/// <param name="Height">Stored rows.</param>
internal readonly record struct TiffSegment(int Plane, int Left, int Top, int Width, int Height);
