using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>
/// The longest straight lines among edges, by a Hough transform in which an edge votes only for lines that run as it does.
/// </summary>
internal sealed class LineFinder
{
    private const int Angles = 180;

    // How far an edge's direction may be from the line's, in degrees: a faint edge's is only roughly known.
    private const int Leeway = 5;

    // How far apart lines are told apart, and how far an edge may be from the line that takes it up, in pixels.
    private const double Reach = 2;

    private readonly int _half;
    private readonly int _distances;
    private readonly int[] _votes;
    private readonly double[] _cos = [.. Enumerable.Range(0, Angles).Select(i => Math.Cos(i * Math.PI / Angles))];
    private readonly double[] _sin = [.. Enumerable.Range(0, Angles).Select(i => Math.Sin(i * Math.PI / Angles))];

    private LineFinder(EdgeMap map)
    {
        _half = (int)(Math.Sqrt((map.Width * (double)map.Width) + (map.Height * (double)map.Height)) / Reach) + 2;
        _distances = 2 * _half;
        _votes = new int[Angles * _distances];
    }

    /// <summary>The lines with most edges first.</summary>
    /// <param name="map">The edges.</param>
    /// <param name="most">How many lines at most.</param>
    /// <param name="shortest">How many pixels of a line must be edges.</param>
    public static List<StraightLine> Find(EdgeMap map, int most, int shortest)
    {
        var finder = new LineFinder(map);
        var left = map.Edges.ToArray().AsSpan();
        finder.Vote(left, 1);
        var lines = new List<StraightLine>();
        for (var round = 0; round < most; round++)
        {
            var coarse = finder.Best();
            var taken = left[..GatherNear(left, coarse)];
            if (taken.Length < shortest) break;

            // A second look from the fitted line brings in what the coarse one only touched.
            var line = Fit(taken);
            var better = left[..GatherNear(left, line)];
            if (better.Length >= taken.Length)
            {
                line = Fit(better);
                taken = better;
            }

            lines.Add(line);
            finder.Vote(taken, -1);
            left = left[taken.Length..];
        }

        return lines;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Vote(ReadOnlySpan<Edge> edges, int sign)
    {
        foreach (var edge in edges)
        {
            for (var i = -Leeway; i <= Leeway; i++)
            {
                var angle = (edge.Direction + i + Angles) % Angles;
                var distance = (((edge.X + 0.5) * _cos[angle]) + ((edge.Y + 0.5) * _sin[angle])) / Reach;
                _votes[(angle * _distances) + (int)(distance + _half)] += sign * edge.Weight;
            }
        }
    }

    // Lines seldom keep to one row of bins: two neighbours count together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private StraightLine Best()
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < _votes.Length - 1; i++)
        {
            var votes = _votes[i] + _votes[i + 1];
            if (votes > most) (best, most) = (i, votes);
        }

        return StraightLine.At(best / _distances, ((best % _distances) + 1 - _half) * Reach);
    }

    // Brings the edges near a line to the front and says how many they are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherNear(Span<Edge> edges, StraightLine line)
    {
        var (degrees, count) = (line.Degrees, 0);
        for (var i = 0; i < edges.Length; i++)
        {
            var edge = edges[i];
            var angle = Math.Abs(edge.Direction - degrees);
            if (Math.Min(angle, 180 - angle) > 2 * Leeway || Math.Abs(line.DistanceTo(new(edge.X + 0.5, edge.Y + 0.5))) > Reach) continue;
            (edges[i], edges[count]) = (edges[count], edge);
            count++;
        }

        return count;
    }

    private static StraightLine Fit(ReadOnlySpan<Edge> edges)
    {
        var points = new List<Point>(edges.Length);
        foreach (var edge in edges) points.Add(new(edge.X + 0.5, edge.Y + 0.5));
        return StraightLine.Through(points);
    }
}
