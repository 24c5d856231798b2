using System;
using SkiaSharp;

namespace Specimens.Pictures;

/// <summary>The eight ways in which EXIF lets a picture be stored turned.</summary>
internal static class Orientation
{
    /// <summary>The size of the stored picture whose upright size is given.</summary>
    public static SKSizeI Stored(int orientation, int width, int height) => orientation >= 5 ? new(height, width) : new(width, height);

    /// <summary>Leads from a point of the upright picture, W x H, to where it is stored.</summary>
    public static SKMatrix FromUpright(int orientation, float width, float height) => orientation switch
    {
        1 => SKMatrix.Identity,
        2 => Matrix(-1, 0, width, 0, 1, 0),
        3 => Matrix(-1, 0, width, 0, -1, height),
        4 => Matrix(1, 0, 0, 0, -1, height),
        5 => Matrix(0, 1, 0, 1, 0, 0),
        6 => Matrix(0, 1, 0, -1, 0, width),
        7 => Matrix(0, -1, height, -1, 0, width),
        8 => Matrix(0, -1, height, 1, 0, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(orientation), orientation, "EXIF knows 1 to 8."),
    };

    // xx: how much of the upright x goes into the stored x; xy: how much of the upright y does; and so on.
    private static SKMatrix Matrix(float xx, float xy, float x, float yx, float yy, float y) => new(xx, xy, x, yx, yy, y, 0, 0, 1);
}
