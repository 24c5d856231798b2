using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print;

/// <summary>The sharpest edges of a picture: most of them are print on the card, whatever it lies on.</summary>
internal sealed class Ink
{
    // Which part of the edges, and of how many at most a sample is taken.
    private const int PartOfEdges = 8;
    private const int Most = 1500;

    private readonly Point[] _places;

    private Ink(Point[] places) => _places = places;

    public static Ink Of(EdgeMap map)
    {
        var sharpest = map.Edges.OrderByDescending(edge => edge.Strength).Take(map.Edges.Count / PartOfEdges).ToArray();
        var step = (sharpest.Length / Most) + 1;
        return new([.. sharpest.Where((_, i) => i % step == 0).Select(edge => new Point(edge.X + 0.5, edge.Y + 0.5))]);
    }

    /// <summary>Which part of it is in an area, 0 to 1.</summary>
    /// <param name="area">Convex, clockwise as the picture shows it.</param>
    public double PartIn(Quad area)
    {
        if (_places.Length == 0) return 0;
        var corners = area.Corners.ToArray();
        var count = 0;
        foreach (var place in _places) count += Contains(corners, place) ? 1 : 0;
        return count / (double)_places.Length;
    }

    private static bool Contains(Point[] corners, Point place)
    {
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            if (((to.X - from.X) * (place.Y - from.Y)) - ((to.Y - from.Y) * (place.X - from.X)) < 0) return false;
        }

        return true;
    }
}
