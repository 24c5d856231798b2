using System;

namespace ClovaOcr.Emulator.Reading;

/// <summary>The eight EXIF orientations (EXIF 2.32, tag 0x0112): where a stored position is when the picture is shown.</summary>
internal static class Turning
{
    /// <summary>The shown picture's size.</summary>
    public static (int Width, int Height) Size(int orientation, int width, int height) => orientation >= 5 ? (height, width) : (width, height);

    /// <summary>A stored position's place in the shown picture; continuous, from 0 to width and height.</summary>
    public static Point ToShown(int orientation, Point stored, int width, int height)
    {
        // The tag names the side of the shown picture at which the stored first row, and first column, lies.
        var (right, bottom) = (width - stored.X, height - stored.Y);
        return orientation switch
        {
            1 => stored, // row 0 top, column 0 left
            2 => new(right, stored.Y), // top, right
            3 => new(right, bottom), // bottom, right
            4 => new(stored.X, bottom), // bottom, left
            5 => new(stored.Y, stored.X), // left, top
            6 => new(bottom, stored.X), // right, top
            7 => new(bottom, right), // right, bottom
            8 => new(stored.Y, right), // left, bottom
            _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
        };
    }
}
