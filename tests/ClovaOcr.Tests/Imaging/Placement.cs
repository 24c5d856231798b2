using ClovaOcr.Cards;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Where the pixels of a picture are that is stored in one of EXIF's orientations, from EXIF's own words.</summary>
internal sealed class Placement
{
    private readonly (int X, int Y) _origin;
    private readonly (int X, int Y) _column;
    private readonly (int X, int Y) _row;

    public Placement(int orientation, int uprightWidth, int uprightHeight)
    {
        Orientation = orientation;
        (Width, Height) = orientation >= 5 ? (uprightHeight, uprightWidth) : (uprightWidth, uprightHeight);
        (_origin, _column, _row) = (Place(0, 0), Place(1, 0), Place(0, 1));
        _column = (_column.X - _origin.X, _column.Y - _origin.Y);
        _row = (_row.X - _origin.X, _row.Y - _origin.Y);

        (int X, int Y) Place(int column, int row) => OrientationSpecs.PlaceByExif(orientation, column, row, Width, Height);
    }

    public int Orientation { get; }

    /// <summary>The stored width.</summary>
    public int Width { get; }

    /// <summary>The stored height.</summary>
    public int Height { get; }

    public PixelPoint ToUpright(PixelPoint stored)
    {
        var (x, y) = (stored.X - 0.5, stored.Y - 0.5);
        return new(_origin.X + 0.5 + (x * _column.X) + (y * _row.X), _origin.Y + 0.5 + (x * _column.Y) + (y * _row.Y));
    }

    public PixelPoint ToStored(PixelPoint upright)
    {
        var (x, y) = (upright.X - 0.5 - _origin.X, upright.Y - 0.5 - _origin.Y);
        return new(0.5 + (x * _column.X) + (y * _column.Y), 0.5 + (x * _row.X) + (y * _row.Y));
    }
}
