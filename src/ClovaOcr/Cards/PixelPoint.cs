namespace ClovaOcr.Cards;

/// <summary>
/// A position in a picture, in pixels, from the upper left corner of its first stored row. The service gives fractions, and positions
/// that are negative or past the edge where a card is cut off.
/// </summary>
/// <param name="X">Pixels to the right of the left edge.</param>
/// <param name="Y">Pixels below the upper edge.</param>
public readonly record struct PixelPoint(double X, double Y)
{
    /// <summary>The straight distance to another point, in pixels.</summary>
    public double DistanceTo(PixelPoint other) => System.Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    /// <summary>The point a part of the way to another: 0 is this one, 1 the other.</summary>
    public PixelPoint Towards(PixelPoint other, double part) => new(X + ((other.X - X) * part), Y + ((other.Y - Y) * part));
}
