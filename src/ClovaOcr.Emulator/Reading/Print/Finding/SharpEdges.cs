using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>The sharpest edges of a picture: most of them are print on the card, whatever it lies on.</summary>
internal sealed class SharpEdges
{
    // How many edges are looked at, at most, and which part of them counts as sharp.
    private const int Sample = 6000;
    private const int PartOfEdges = 8;

    private readonly Point[] _places;

    private SharpEdges(Point[] places) => _places = places;

    public static SharpEdges Of(EdgeMap map)
    {
        var step = (map.Edges.Count / Sample) + 1;
        var sample = map.Edges.Where((_, i) => i % step == 0).OrderByDescending(edge => edge.Strength).ToArray();
        return new([.. sample.Take(sample.Length / PartOfEdges).Select(edge => new Point(edge.X + 0.5, edge.Y + 0.5))]);
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
