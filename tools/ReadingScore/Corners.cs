using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ReadingScore;

/// <summary>A position in stored pixels.</summary>
internal readonly record struct Position(double X, double Y)
{
    public double DistanceTo(Position other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}

/// <summary>Four corners, from the upper left of the thing as it is read, clockwise.</summary>
internal sealed class Corners
{
    private readonly Position[] _corners;

    private Corners(Position[] corners) => _corners = corners;

    /// <summary>The mean of the upper and the lower side.</summary>
    public double Width => (_corners[0].DistanceTo(_corners[1]) + _corners[3].DistanceTo(_corners[2])) / 2;

    /// <summary>The corners of a truth's box: <c>[[x, y], …]</c>.</summary>
    public static Corners OfPairs(JsonElement pairs) =>
        new([.. pairs.EnumerateArray().Select(pair => new Position(pair[0].GetDouble(), pair[1].GetDouble()))]);

    /// <summary>The corners of an answer's polygon: <c>{"vertices": [{"x": …, "y": …}, …]}</c>.</summary>
    public static Corners OfVertices(JsonElement polygon) =>
        new([.. polygon.GetProperty("vertices").EnumerateArray().Select(corner => new Position(corner.GetProperty("x").GetDouble(), corner.GetProperty("y").GetDouble()))]);

    /// <summary>Positions evenly spread over the inside, but for a margin that is a part of the width and the height.</summary>
    public IEnumerable<Position> Inner(double margin)
    {
        const int steps = 100;
        return
            from down in Enumerable.Range(0, steps + 1)
            from along in Enumerable.Range(0, steps + 1)
            let part = (X: Inset(along), Y: Inset(down))
            select Between(Between(_corners[0], _corners[1], part.X), Between(_corners[3], _corners[2], part.X), part.Y);

        double Inset(int step) => margin + ((1 - (2 * margin)) * step / steps);
    }

    /// <summary>The largest distance of a corner from the same corner of another.</summary>
    public double FarthestFrom(Corners other) => _corners.Zip(other._corners, (mine, theirs) => mine.DistanceTo(theirs)).Max();

    private static Position Between(Position a, Position b, double part) => new(a.X + ((b.X - a.X) * part), a.Y + ((b.Y - a.Y) * part));
}
