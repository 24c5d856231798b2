using System;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>A line that a card's side may lie on, and along which of its stretches there is an edge.</summary>
internal sealed class Side
{
    // Of the picture's own border nobody knows whether the card goes on beyond it: neither for nor against.
    private const double SupportOfFrame = 0.45;

    // How far to both sides of the line an edge may be, in pixels, and how far from its direction, in degrees.
    private const int Reach = 2;
    private const double Leeway = 20;

    private readonly int[]? _edgesBefore;
    private readonly int _from;

    private Side(StraightLine line, int from, int[]? edgesBefore) => (Line, _from, _edgesBefore) = (line, from, edgesBefore);

    public StraightLine Line { get; }

    /// <summary>Whether this is the picture's border.</summary>
    public bool IsFrame => _edgesBefore is null;

    public static Side OfFrame(StraightLine line) => new(line, 0, null);

    public static Side Of(StraightLine line, EdgeMap map)
    {
        var reach = map.Width + map.Height;
        var edgesBefore = new int[(2 * reach) + 1];
        var degrees = line.Degrees;
        for (var i = 0; i < 2 * reach; i++)
        {
            edgesBefore[i + 1] = edgesBefore[i] + (HasEdge(map, line, degrees, line.PointAt(i - reach + 0.5)) ? 1 : 0);
        }

        return new(line, -reach, edgesBefore);
    }

    /// <summary>Which part of the line between two points has an edge, 0 to 1.</summary>
    public double Support(Point from, Point to)
    {
        if (_edgesBefore is null) return SupportOfFrame;
        var (a, b) = (Line.Along(from), Line.Along(to));
        var (first, last) = (Index(Math.Min(a, b)), Index(Math.Max(a, b)));
        return last > first ? (_edgesBefore[last] - _edgesBefore[first]) / (double)(last - first) : 0;
    }

    private int Index(double along) => (int)Math.Clamp(Math.Round(along - _from), 0, _edgesBefore!.Length - 1);

    private static bool HasEdge(EdgeMap map, StraightLine line, double degrees, Point at)
    {
        for (var off = -Reach; off <= Reach; off++)
        {
            var (x, y) = ((int)Math.Floor(at.X + (off * line.Across.X)), (int)Math.Floor(at.Y + (off * line.Across.Y)));
            if (x < 0 || y < 0 || x >= map.Width || y >= map.Height || map.DirectionAt(x, y) is EdgeMap.None) continue;
            var angle = Math.Abs(map.DirectionAt(x, y) - degrees);
            if (Math.Min(angle, 180 - angle) < Leeway) return true;
        }

        return false;
    }
}
