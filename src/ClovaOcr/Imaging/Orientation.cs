using System;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging;

/// <summary>
/// How stored pixels are turned and mirrored to be shown upright (EXIF 2.32, tag 0x0112). Positions are continuous: the picture is the
/// area from 0,0 to its width and height, and the middle of the first pixel is 0.5,0.5.
/// </summary>
public readonly record struct Orientation
{
    // One less than EXIF's number, so that default(Orientation) is upright.
    private readonly int _number;

    private Orientation(int exifValue) => _number = exifValue - 1;

    /// <summary>Stored as shown, EXIF's 1.</summary>
    public static Orientation Upright => default;

    /// <summary>EXIF's number, 1 to 8.</summary>
    public int ExifValue => _number + 1;

    /// <summary>Whether the picture is shown as it is stored.</summary>
    public bool IsUpright => _number == 0;

    /// <summary>Whether width and height change places when the picture is shown.</summary>
    public bool SwapsSides => ExifValue >= 5;

    /// <summary>The orientation of an EXIF number; upright for any number but 1 to 8, as viewers take it.</summary>
    public static Orientation FromExif(int value) => value is >= 1 and <= 8 ? new(value) : Upright;

    /// <summary>Where a position of the stored picture is in the upright one.</summary>
    public PixelPoint ToUpright(PixelPoint stored, double storedWidth, double storedHeight)
    {
        var (x, y) = stored;
        return ExifValue switch
        {
            2 => new(storedWidth - x, y),
            3 => new(storedWidth - x, storedHeight - y),
            4 => new(x, storedHeight - y),
            5 => new(y, x),
            6 => new(storedHeight - y, x),
            7 => new(storedHeight - y, storedWidth - x),
            8 => new(y, storedWidth - x),
            _ => stored,
        };
    }

    /// <summary>Where a position of the upright picture is in the stored one.</summary>
    public PixelPoint ToStored(PixelPoint upright, double storedWidth, double storedHeight)
    {
        var (x, y) = upright;
        return ExifValue switch
        {
            2 => new(storedWidth - x, y),
            3 => new(storedWidth - x, storedHeight - y),
            4 => new(x, storedHeight - y),
            5 => new(y, x),
            6 => new(y, storedHeight - x),
            7 => new(storedWidth - y, storedHeight - x),
            8 => new(storedWidth - y, x),
            _ => upright,
        };
    }

    /// <summary>An area of the stored picture in the upright one; its corners keep their order.</summary>
    public Polygon ToUpright(Polygon stored, double storedWidth, double storedHeight)
    {
        var orientation = this;
        return stored.Select(corner => orientation.ToUpright(corner, storedWidth, storedHeight));
    }

    /// <summary>An area of the upright picture in the stored one; its corners keep their order.</summary>
    public Polygon ToStored(Polygon upright, double storedWidth, double storedHeight)
    {
        var orientation = this;
        return upright.Select(corner => orientation.ToStored(corner, storedWidth, storedHeight));
    }

    /// <summary>The upright picture's size.</summary>
    public (int Width, int Height) UprightSize(int storedWidth, int storedHeight) =>
        SwapsSides ? (storedHeight, storedWidth) : (storedWidth, storedHeight);

    /// <summary>Copies a stored picture's pixels to their upright places.</summary>
    /// <param name="stored">Whole pixels, row by row, without gaps.</param>
    /// <param name="upright">As long as <paramref name="stored"/>.</param>
    /// <param name="width">The stored width in pixels.</param>
    /// <param name="height">The stored height in pixels.</param>
    /// <param name="pixelBytes">Bytes a pixel.</param>
    internal void CopyUpright(ReadOnlySpan<byte> stored, Span<byte> upright, int width, int height, int pixelBytes)
    {
        // The middles of three pixels fix where every other goes, so that points and pixels cannot disagree.
        var origin = PlaceUpright(0, 0, width, height) * pixelBytes;
        var stepX = (PlaceUpright(1, 0, width, height) * pixelBytes) - origin;
        var stepY = (PlaceUpright(0, 1, width, height) * pixelBytes) - origin;

        var from = 0;
        for (var y = 0; y < height; y++)
        {
            var to = origin + (y * stepY);
            for (var x = 0; x < width; x++, from += pixelBytes, to += stepX)
                stored.Slice(from, pixelBytes).CopyTo(upright[to..]);
        }
    }

    private int PlaceUpright(int x, int y, int width, int height)
    {
        var middle = ToUpright(new PixelPoint(x + 0.5, y + 0.5), width, height);
        return ((int)Math.Floor(middle.Y) * UprightSize(width, height).Width) + (int)Math.Floor(middle.X);
    }
}
