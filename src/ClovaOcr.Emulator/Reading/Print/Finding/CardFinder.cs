using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Print.Finding;

/// <summary>Finds where in a picture a card may lie, by its straight sides: they are edges, or the bed ends at them.</summary>
internal static class CardFinder
{
    private const int MostCandidates = 4;

    // Sides are looked for among so many of the longest lines.
    private const int LinesOfEdges = 28;
    private const int LinesOfBed = 16;

    // A line has edges on that part of the picture's longer side, and a few in any case.
    private const int ShortestLine = 16;
    private const int FewestEdges = 8;

    // Shapes whose colours are looked at.
    private const int Shortlist = 300;

    // What scores less is print, or the bed's pattern.
    private const double LeastScore = 0.45;

    // Corners nearer to each other than this part of the card's length make the same card.
    private const double Same = 0.03;

    /// <summary>The corners of what may be a card, best first; the last is the whole picture.</summary>
    /// <returns>
    /// One to four areas in the picture's pixels, clockwise from one end of a long side. Corners may lie beyond the picture's border.
    /// Which of the long sides is the upper one is not known.
    /// </returns>
    public static IReadOnlyList<Quad> Find(Picture picture)
    {
        var small = Miniature.Of(picture);
        var edges = EdgeMap.Of(small.Width, small.Height, small.Planes);
        var ink = SharpEdges.Of(edges);
        var least = Math.Max(LeastScore, CardScore.OfWhole(small));
        var shapes = CardShapes.Between(Sides(small, edges), small.Width, small.Height)
            .Select(shape => (Shape: shape, Score: CardScore.OfEdges(shape)))
            .Where(found => found.Score >= least)
            .OrderByDescending(found => found.Score)
            .Take(Shortlist)
            .Select(found => (found.Shape, Score: CardScore.Of(found.Shape, small, ink)))
            .Where(found => found.Score >= least)
            .OrderByDescending(found => found.Score);

        var cards = new List<Quad>();
        foreach (var (shape, _) in shapes)
        {
            if (cards.Count == MostCandidates - 1) break;
            var card = shape.Area.Select(at => new(at.X * small.Scale, at.Y * small.Scale));
            if (!cards.Exists(other => IsSame(card, other))) cards.Add(card);
        }

        return [.. cards, Whole(picture)];
    }

    private static Side[] Sides(Miniature picture, EdgeMap edges)
    {
        var shortest = Math.Max(FewestEdges, Math.Max(picture.Width, picture.Height) / ShortestLine);
        var bed = EdgeMap.Of(picture.Width, picture.Height, BedMap.Of(picture));
        return
        [
            .. LineFinder.Find(edges, LinesOfEdges, shortest).Select(line => Side.Of(line, edges)),
            .. LineFinder.Find(bed, LinesOfBed, shortest).Select(line => Side.Of(line, bed)),
            Side.OfFrame(StraightLine.At(0, 0)), Side.OfFrame(StraightLine.At(0, picture.Width)),
            Side.OfFrame(StraightLine.At(90, 0)), Side.OfFrame(StraightLine.At(90, picture.Height)),
        ];
    }

    private static bool IsSame(Quad one, Quad other)
    {
        var (a, b) = (one.Corners.ToArray(), other.Corners.ToArray());
        var near = Same * a[0].DistanceTo(a[1]);
        return IsNear(0) || IsNear(2);

        bool IsNear(int first) => Enumerable.Range(0, 4).All(i => a[i].DistanceTo(b[(i + first) % 4]) < near);
    }

    private static Quad Whole(Picture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        return width >= height
            ? new(new(0, 0), new(width, 0), new(width, height), new(0, height))
            : new(new(width, 0), new(width, height), new(0, height), new(0, 0));
    }
}
